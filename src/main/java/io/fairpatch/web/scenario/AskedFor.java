package io.fairpatch.web.scenario;

import io.fairpatch.plan.scenario.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Scenarios that were put together from fields of the form. */
final class AskedFor {
    private static final String LEFT_ALREADY = "*";
    private static final Set<String> WEIGHS_AS_USUAL = Set.of("", "1");

    private AskedFor() {}

    /** A rep who leaves, a number of reps more and goals weighed anew, as the planner reads them; what is empty asks for nothing. */
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
        String weights = Arrays.stream(Goal.values())
                .map(Goal::word)
                .filter(goal -> !WEIGHS_AS_USUAL.contains(text(fields, goal)))
                .map(goal -> goal + "=" + text(fields, goal))
                .collect(Collectors.joining(","));
        if (!weights.isEmpty()) {
            wanted.add("rebalance:" + weights);
        }
        return wanted;
    }

    private static String text(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0).strip();
    }
}
