package io.fairpatch.sync;

/**
 * A mapped field that could not be read, so that ours stayed empty.
 *
 * @param object API name, for example Account
 * @param field our name in mapping.yml
 * @param apiName the field it is mapped to
 * @param reason why, in plain words
 */
public record MissingField(String object, String field, String apiName, String reason) {}
