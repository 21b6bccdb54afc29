package io.fairpatch.sandbox.schema;

import io.fairpatch.sandbox.data.CustomField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All objects of the org, found by name in any letter case or by the key prefix of an id. Objects and fields may be added
 * while others read: what was found before stays as it was. Thread-safe.
 */
public final class Schema {
    private static final Set<String> MULTI_CURRENCY = Set.of("CurrencyType", "DatedConversionRate");

    private volatile Content content;

    /** One version of the schema. */
    private record Content(Map<String, ObjectType> byName, Map<String, ObjectType> byPrefix, List<ObjectType> shown) {
        static Content of(Map<String, ObjectType> byName, Set<String> hidden) {
            var byPrefix = new HashMap<String, ObjectType>();
            byName.values().forEach(type -> byPrefix.put(type.keyPrefix(), type));
            var shown = byName.values().stream()
                    .filter(type -> !hidden.contains(type.name()))
                    .toList();
            return new Content(byName, byPrefix, shown);
        }
    }

    Schema(List<ObjectType> objects) {
        var byName = new LinkedHashMap<String, ObjectType>();
        objects.forEach(type -> byName.put(key(type.name()), type));
        content = Content.of(byName, MULTI_CURRENCY);
    }

    /** The standard objects with the given custom fields; a custom field that is there already is left as it is. */
    public static Schema with(List<CustomField> customFields) {
        return new Schema(new SchemaFile(customFields).objects());
    }

    public List<ObjectType> objects() {
        return content.shown();
    }

    /** All objects, those included that the org's features do not show now. */
    public List<ObjectType> all() {
        return List.copyOf(content.byName().values());
    }

    public Optional<ObjectType> object(String name) {
        var now = content;
        return Optional.ofNullable(now.byName().get(key(name))).filter(now.shown()::contains);
    }

    /** The object of this very name, shown or not; it is a fault of ours when there is none. */
    public ObjectType require(String name) {
        return Optional.ofNullable(content.byName().get(key(name)))
                .orElseThrow(() -> new IllegalArgumentException("no object " + name));
    }

    /** The object whose records have ids like this one. */
    public Optional<ObjectType> ofId(String id) {
        return id.length() < 3
                ? Optional.empty()
                : Optional.ofNullable(content.byPrefix().get(id.substring(0, 3)));
    }

    /** Adds an object, or puts it in place of the one of the same name. */
    public synchronized void put(ObjectType type) {
        var byName = new LinkedHashMap<>(content.byName());
        byName.put(key(type.name()), type);
        content = Content.of(byName, hidden(type.name(), true));
    }

    /** Shows an object or hides it from all clients; its records stay. */
    public synchronized void show(String name, boolean shown) {
        content = Content.of(content.byName(), hidden(name, shown));
    }

    private Set<String> hidden(String name, boolean shown) {
        var hidden = new HashSet<String>();
        all().forEach(type -> hidden.add(type.name()));
        content.shown().forEach(type -> hidden.remove(type.name()));
        if (shown) {
            hidden.remove(name);
        } else {
            hidden.add(name);
        }
        return hidden;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
