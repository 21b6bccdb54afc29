package io.fairpatch.sandbox.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object (a kind of record). Its fields are found by name in any letter case. */
public final class ObjectType {
    private static final Set<String> TOOLING_ONLY = Set.of(
            "CustomField",
            "CustomObject",
            "InstalledSubscriberPackage",
            "SubscriberPackage",
            "SubscriberPackageVersion",
            "ValidationRule");

    private final String name;
    private final String label;
    private final String labelPlural;
    private final String keyPrefix;
    private final String calls;
    private final String rights;
    private final int width;
    private final List<Field> fields;
    private final Map<String, Field> byName = new HashMap<>();
    private final Map<String, Field> byRelationship = new HashMap<>();

    /**
     * @param calls letters: c create, u update, d delete
     * @param rights empty, "setup", or the object whose rights count for this one
     */
    public ObjectType(
            String name,
            String label,
            String labelPlural,
            String keyPrefix,
            String calls,
            String rights,
            List<Field> fields) {
        this(name, label, labelPlural, keyPrefix, calls, rights, fields, 0);
    }

    private ObjectType(
            String name,
            String label,
            String labelPlural,
            String keyPrefix,
            String calls,
            String rights,
            List<Field> fields,
            int widthSoFar) {
        this.name = name;
        this.label = label;
        this.labelPlural = labelPlural;
        this.keyPrefix = keyPrefix;
        this.calls = calls;
        this.rights = rights;
        this.fields = List.copyOf(fields);
        this.width = Math.max(
                widthSoFar, fields.stream().mapToInt(Field::column).max().orElse(-1) + 1);
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
        return calls.contains("c");
    }

    public boolean updateable() {
        return calls.contains("u");
    }

    public boolean deletable() {
        return calls.contains("d");
    }

    /** Whether the Tooling API alone knows it. */
    public boolean isToolingOnly() {
        return TOOLING_ONLY.contains(name);
    }

    /** Whether its records say how the org is set up; rights to such an object go with the user's general ones. */
    public boolean isSetup() {
        return rights.equals("setup");
    }

    /** Name of the object whose rights count for this one: itself, or the one it hangs on. */
    public String rightsOf() {
        return rights.isEmpty() ? name : rights;
    }

    /** Number of places a record's values take; those of fields that are gone are not given again. */
    public int width() {
        return width;
    }

    /** The same object with these fields. */
    public ObjectType with(List<Field> others) {
        return new ObjectType(name, label, labelPlural, keyPrefix, calls, rights, others, width);
    }

    /** The same object with fewer calls: only those whose letters (c, u, d) are given stay. */
    public ObjectType only(String letters) {
        var left = calls.replaceAll("[^" + letters + "x]", "");
        return new ObjectType(name, label, labelPlural, keyPrefix, left, rights, fields, width);
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
