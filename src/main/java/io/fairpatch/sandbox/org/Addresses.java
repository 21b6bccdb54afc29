package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fields that put together what other fields say of a place. */
public final class Addresses {
    private static final List<String> ALWAYS = List.of("geocodeAccuracy", "latitude", "longitude");

    private Addresses() {}

    /** The parts of an address by name, also those that the object has no field for; null where all are empty. */
    public static @Nullable Map<String, @Nullable Object> parts(Row row, ObjectType type, Field compound) {
        var prefix = compound.name().substring(0, compound.name().length() - "Address".length());
        var answer = new TreeMap<String, @Nullable Object>();
        ALWAYS.forEach(part -> answer.put(part, null));
        for (var field : type.fields()) {
            if (compound.name().equals(field.compound())) {
                var part = field.name().substring(prefix.length());
                answer.put(part.substring(0, 1).toLowerCase(Locale.ROOT) + part.substring(1), row.get(field));
            }
        }
        return answer.values().stream().allMatch(Objects::isNull) ? null : answer;
    }
}
