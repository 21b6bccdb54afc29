package io.fairpatch.salesforce;

import io.fairpatch.org.WriteResult;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the rows' fates by Id. A row that the org lists with two different fates is left out: nobody knows. */
final class RowFates {
    private final Map<String, WriteResult> fates = new LinkedHashMap<>();
    private final Set<String> contradicted = new HashSet<>();

    void add(WriteResult result) {
        var before = fates.putIfAbsent(result.id(), result);
        if (before != null && before.fate() != result.fate()) {
            contradicted.add(result.id());
        }
    }

    List<WriteResult> all() {
        return fates.values().stream()
                .filter(result -> !contradicted.contains(result.id()))
                .toList();
    }
}
