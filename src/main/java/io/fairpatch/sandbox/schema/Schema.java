package io.fairpatch.sandbox.schema;

import io.fairpatch.sandbox.data.CustomField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All objects of the org, found by name in any letter case or by the key prefix of an id. */
public final class Schema {
    private final List<ObjectType> objects;
    private final Map<String, ObjectType> byName = new HashMap<>();
    private final Map<String, ObjectType> byPrefix = new HashMap<>();

    Schema(List<ObjectType> objects) {
        this.objects = List.copyOf(objects);
        for (var object : objects) {
            byName.put(object.name().toLowerCase(Locale.ROOT), object);
            byPrefix.put(object.keyPrefix(), object);
        }
    }

    /** The standard objects with the given custom fields; a custom field that is there already is left as it is. */
    public static Schema with(List<CustomField> customFields) {
        return new Schema(new SchemaFile(customFields).objects());
    }

    public List<ObjectType> objects() {
        return objects;
    }

    public Optional<ObjectType> object(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The object of this very name; it is a fault of ours when there is none. */
    public ObjectType require(String name) {
        return object(name).orElseThrow(() -> new IllegalArgumentException("no object " + name));
    }

    /** The object whose records have ids like this one. */
    public Optional<ObjectType> ofId(String id) {
        return id.length() < 3 ? Optional.empty() : Optional.ofNullable(byPrefix.get(id.substring(0, 3)));
    }
}
