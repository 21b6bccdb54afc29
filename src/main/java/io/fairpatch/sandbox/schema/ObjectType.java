package io.fairpatch.sandbox.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object (a kind of record). Its fields are found by name in any letter case. */
public final class ObjectType {
    private final String name;
    private final String label;
    private final String labelPlural;
    private final String keyPrefix;
    private final boolean createable;
    private final boolean updateable;
    private final boolean deletable;
    private final List<Field> fields;
    private final Map<String, Field> byName = new HashMap<>();
    private final Map<String, Field> byRelationship = new HashMap<>();

    ObjectType(String name, String label, String labelPlural, String keyPrefix, String calls, List<Field> fields) {
        this.name = name;
        this.label = label;
        this.labelPlural = labelPlural;
        this.keyPrefix = keyPrefix;
        this.createable = calls.contains("c");
        this.updateable = calls.contains("u");
        this.deletable = calls.contains("d");
        this.fields = List.copyOf(fields);
        for (var field : fields) {
            byName.put(field.name().toLowerCase(Locale.ROOT), field);
            if (field.relationshipName() != null) {
                byRelationship.put(field.relationshipName().toLowerCase(Locale.ROOT), field);
            }
        }
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    public String labelPlural() {
        return labelPlural;
    }

    /** The first three characters of every id. */
    public String keyPrefix() {
        return keyPrefix;
    }

    public boolean createable() {
        return createable;
    }

    public boolean updateable() {
        return updateable;
    }

    public boolean deletable() {
        return deletable;
    }

    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(byName.get(fieldName.toLowerCase(Locale.ROOT)));
    }

    /** The field of this very name; it is a fault of ours when there is none. */
    public Field require(String fieldName) {
        return field(fieldName).orElseThrow(() -> new IllegalArgumentException(name + " has no field " + fieldName));
    }

    /** The lookup behind a relationship name such as Owner. */
    public Optional<Field> relationship(String relationshipName) {
        return Optional.ofNullable(byRelationship.get(relationshipName.toLowerCase(Locale.ROOT)));
    }

    /** The lookup that a field name or relationship name stands for, or null. */
    public @Nullable Field nameField() {
        return fields.stream()
                .filter(field -> field.is(FieldFlag.NAME_FIELD))
                .findFirst()
                .orElse(null);
    }
}
