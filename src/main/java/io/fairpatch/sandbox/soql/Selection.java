package io.fairpatch.sandbox.soql;

import java.util.List;

/**
 * What a query selects, as written.
 *
 * @param fields names with dots; {@code FIELDS(ALL)} and the like; calls such as {@code SUM(Amount)}
 * @param aliases for each field the name its result is to have; empty for none
 * @param children queries for child records, whose objects are names of relationships
 * @param typeOfs fields of parents that may be of several objects
 * @param count whether it only counts
 */
record Selection(List<Token> fields, List<String> aliases, List<Query> children, List<TypeOf> typeOfs, boolean count) {}
