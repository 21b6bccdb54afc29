package io.fairpatch.store;

import java.util.List;

/**
 * How many of an object's records hold a value.
 *
 * @param object account, opportunity or user
 * @param field the column, for example employees
 * @param name of the field in mappings and files, for example companyRevenue
 * @param filled by the org
 * @param imported empty in the org and known by a file
 * @param distinct different values among the first 5,000 records
 * @param samples some of them
 */
public record FillRate(
        String object,
        String field,
        String name,
        long filled,
        long imported,
        long total,
        long distinct,
        List<String> samples) {
    public FillRate {
        samples = List.copyOf(samples);
    }

    /** Filled by the org or by a file, 0 to 1; 1 when there are no records, since nothing is missing. */
    public double share() {
        return total == 0 ? 1 : (double) (filled + imported) / total;
    }
}
