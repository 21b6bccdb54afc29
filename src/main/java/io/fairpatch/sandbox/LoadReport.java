package io.fairpatch.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of the given data.
 *
 * @param rows number of records by object, those every org has included
 * @param unresolvedLookups lookups that named no given record and became null
 * @param addedStages opportunity stages that the data used without declaring them
 * @param undated open opportunities that came without a close date
 * @param dated the close date that they got
 */
public record LoadReport(
        Map<String, Integer> rows, int unresolvedLookups, List<String> addedStages, int undated, LocalDate dated) {
    public LoadReport {
        rows = Map.copyOf(rows);
        addedStages = List.copyOf(addedStages);
    }

    /** What whoever gave the data should know, a sentence each. */
    public List<String> notes() {
        var notes = new ArrayList<String>();
        if (unresolvedLookups > 0) {
            notes.add(counted(unresolvedLookups, "lookup names", "lookups name")
                    + " no record in the data and stay empty");
        }
        if (undated > 0) {
            notes.add(counted(undated, "open opportunity has", "open opportunities have")
                    + " no CloseDate, which an org requires: the newest one given, " + dated + ", stands in");
        }
        return notes;
    }

    private static String counted(int count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
