package io.fairpatch.org;

/**
 * A query to be read in bulk.
 *
 * @param soql no ORDER BY: order in the database instead
 * @param includeDeleted also soft-deleted and merged rows (queryAll)
 */
public record BulkQuery(String object, String soql, boolean includeDeleted) {}
