package io.fairpatch.sync.readiness;

import io.fairpatch.config.MappingConfig;
import io.fairpatch.store.FillRate;
import io.fairpatch.store.FillRates;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How many of an object's records hold a value.
 *
 * @param object account, opportunity or user
 * @param field the column, for example employees
 * @param name what mappings and settings call it, for example companyRevenue
 * @param source the org's fields that it is read from, by API name; empty when it is not mapped
 * @param filled by the org
 * @param imported empty in the org and known by a file
 * @param distinct different values among the first 5,000 records
 * @param samples some of them
 */
public record FieldFill(
        String object,
        String field,
        String name,
        List<String> source,
        long filled,
        long imported,
        long total,
        long distinct,
        List<String> samples) {
    public FieldFill {
        source = List.copyOf(source);
        samples = List.copyOf(samples);
    }

    static FieldFill of(FillRate rate, MappingConfig mapping) {
        return new FieldFill(
                rate.object(),
                rate.field(),
                rate.name(),
                source(rate, mapping),
                rate.filled(),
                rate.imported(),
                rate.total(),
                rate.distinct(),
                rate.samples());
    }

    /** Filled by the org or by a file, 0 to 1; 1 when there are no records, since nothing is missing. */
    public double share() {
        return total == 0 ? 1 : (double) (filled + imported) / total;
    }

    /** Whether different values were counted among some of the records only. */
    public boolean sampled() {
        return total > FillRates.LOOKED_AT;
    }

    private static List<String> source(FillRate rate, MappingConfig mapping) {
        var mapped =
                switch (rate.object()) {
                    case "account" -> mapping.account();
                    case "opportunity" -> mapping.opportunity();
                    default -> mapping.user();
                };
        var source = mapped.get(rate.name());
        if (source != null) {
            return source.fields().stream().sorted().toList();
        }
        return rate.object().equals("account")
                ? Stream.ofNullable(mapping.written().get(written(rate.name()))).toList()
                : List.of();
    }

    /** What a column of a field that we write is called in mappings: territoryScore is score. */
    private static String written(String name) {
        var rest = name.replaceFirst("^territory(?=[A-Z])", "");
        return rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
    }
}
