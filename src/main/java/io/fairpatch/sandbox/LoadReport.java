package io.fairpatch.sandbox;

import java.util.List;
import java.util.Map;

/**
 * What came of the given data.
 *
 * @param rows number of records by object, those every org has included
 * @param unresolvedLookups lookups that named no given record and became null
 * @param addedStages opportunity stages that the data used without declaring them
 */
public record LoadReport(Map<String, Integer> rows, int unresolvedLookups, List<String> addedStages) {
    public LoadReport {
        rows = Map.copyOf(rows);
        addedStages = List.copyOf(addedStages);
    }
}
