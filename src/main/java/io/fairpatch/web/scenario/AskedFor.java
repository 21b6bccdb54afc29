package io.fairpatch.web.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scenarios that were put together from fields of the form. */
final class AskedFor {
    private static final String LEFT_ALREADY = "*";

    private AskedFor() {}

    /** A rep who leaves and a number of reps more, as the planner reads them; what is empty asks for nothing. */
    static List<String> scenarios(Map<String, List<String>> fields) {
        var wanted = new ArrayList<String>();
        String leaver = text(fields, "leaver");
        if (!leaver.isEmpty()) {
            wanted.add(leaver.equals(LEFT_ALREADY) ? "leaver" : "leaver:rep=" + leaver);
        }
        String more = text(fields, "more");
        if (!more.isEmpty() && !more.equals("0")) {
            wanted.add("scale:reps=" + more);
        }
        return wanted;
    }

    private static String text(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0).strip();
    }
}
