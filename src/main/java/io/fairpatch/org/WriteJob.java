package io.fairpatch.org;

/** A job in the org, with the API version it was made with: results must be fetched with the same. */
public record WriteJob(String id, String object, String apiVersion) {}
