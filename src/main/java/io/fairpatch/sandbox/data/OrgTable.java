package io.fairpatch.sandbox.data;

import java.util.List;

/** One object's rows as given from outside: ids are any text, unique in the object; lookups hold such ids; "" is null. */
public record OrgTable(String object, List<String> columns, Iterable<String[]> rows) {}
