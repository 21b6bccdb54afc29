package io.fairpatch.org;

/**
 * A bulk query that the org works on, and how far it was read. Kept by whoever wants to go on after a restart; the org
 * keeps results for 7 days.
 *
 * @param id the org's job; empty for an object that is read by REST
 * @param apiVersion the version the job was made with: its results must be fetched with the same
 * @param locator the page to read next, empty for the first
 * @param delivered rows in the pages before that one
 */
public record QueryJob(BulkQuery query, String id, String apiVersion, String locator, long delivered) {
    /** The same job, read as far as {@code next}. */
    public QueryJob at(String next, long rows) {
        return new QueryJob(query, id, apiVersion, next, rows);
    }
}
