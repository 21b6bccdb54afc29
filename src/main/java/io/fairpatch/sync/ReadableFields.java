package io.fairpatch.sync;

import io.fairpatch.config.FieldSource;
import io.fairpatch.org.FieldPath;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.ObjectSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What of a line of {@code mapping.yml} this user can read. */
final class ReadableFields {
    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private final ObjectSchema schema;
    private final Function<String, Optional<ObjectSchema>> parents;

    ReadableFields(ObjectSchema schema, Function<String, Optional<ObjectSchema>> parents) {
        this.schema = schema;
        this.parents = parents;
    }

    /** Why fields of a line can't be read, by API name. */
    Map<String, String> unreadable(FieldSource source) {
        var reasons = new TreeMap<String, String>();
        source.fields().forEach(api -> reason(api).ifPresent(reason -> reasons.put(api, reason)));
        return reasons;
    }

    /**
     * The source without what can't be read: of several the others stay. Empty when nothing is left.
     *
     * @param shares whether Percent fields inside of expressions become shares; a field alone stays as it is
     */
    Optional<FieldSource> readable(FieldSource source, boolean shares) {
        return source instanceof FieldSource.Field field ? plain(field) : left(source, shares);
    }

    private Optional<FieldSource> plain(FieldSource.Field field) {
        return reason(field.api()).isPresent() ? Optional.empty() : Optional.of(field);
    }

    private Optional<FieldSource> left(FieldSource source, boolean shares) {
        if (source instanceof FieldSource.Field field) {
            return plain(field)
                    .map(here -> shares && isPercent(field.api()) ? new FieldSource.Times(here, PERCENT) : here);
        }
        if (source instanceof FieldSource.First first) {
            List<FieldSource> left = first.sources().stream()
                    .flatMap(each -> left(each, shares).stream())
                    .toList();
            return left.isEmpty() ? Optional.empty() : Optional.of(new FieldSource.First(left));
        }
        if (source instanceof FieldSource.Times times) {
            return left(times.of(), shares).map(of -> new FieldSource.Times(of, times.factor()));
        }
        if (source instanceof FieldSource.Lookup lookup) {
            return left(lookup.of(), false).map(of -> new FieldSource.Lookup(of, lookup.table(), lookup.otherwise()));
        }
        return Optional.of(source);
    }

    private boolean isPercent(String api) {
        return FieldPath.of(schema, api, parents)
                .map(FieldPath::field)
                .filter(FieldSchema::percent)
                .isPresent();
    }

    private Optional<String> reason(String api) {
        return FieldPath.of(schema, api, parents)
                .map(FieldPath::field)
                .map(field -> field.bulkReadable()
                        ? Optional.<String>empty()
                        : Optional.of("its type " + field.type() + " cannot be read in bulk"))
                .orElseGet(() -> Optional.of("the org has no such field, or this user may not read it"));
    }
}
