package io.fairpatch.store;

/**
 * How many of an object's records hold a value.
 *
 * @param object account, opportunity or user
 * @param field the column, for example employees
 */
public record FillRate(String object, String field, long filled, long total) {
    /** 0 to 1; 1 when there are no records, since nothing is missing. */
    public double share() {
        return total == 0 ? 1 : (double) filled / total;
    }
}
