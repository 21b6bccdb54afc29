package io.fairpatch.cli;

import io.fairpatch.jobs.JobKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The results of jobs as a person reads them. */
final class JobSentences {
    private static final int MOST_NAMED = 5;

    private JobSentences() {}

    /** One sentence a fact, one line a sentence. */
    static String of(JobKind kind, Map<String, Object> result) {
        var sentences =
                switch (kind) {
                    case SYNC -> sync(result);
                    case SCORE -> score(result);
                    case PLAN -> plan(result);
                    case COMPARE -> List.of(String.valueOf(result.get("sentence")));
                    case PROPOSE -> propose(result);
                    case COMMIT -> commit(result);
                };
        return String.join("\n", sentences);
    }

    private static List<String> sync(Map<String, Object> result) {
        var sentences = new ArrayList<String>();
        sentences.add((changesOnly(result.get("modes")) ? "Read what changed in " : "Copied ") + result.get("org")
                + " ("
                + result.get("orgId")
                + (Boolean.TRUE.equals(result.get("production")) ? ", production" : ", no production org") + ") in "
                + decimal(result.get("seconds")) + " s: " + counts(result.get("rows")) + ".");
        if (Boolean.TRUE.equals(result.get("resumed"))) {
            sentences.add("It went on from where the last sync broke off.");
        }
        deleted(result.get("deleted")).ifPresent(sentences::add);
        long refused = number(result.get("refused"));
        if (refused > 0) {
            sentences.add(Words.count(refused, "row was", "rows were") + " left out because they make no sense.");
        }
        long others = number(result.get("notes")) - refused;
        if (others > 0) {
            sentences.add(
                    Words.count(others, "value was", "values were")
                            + " mended or left empty because they don't fit; the page Org > Data of ./fairpatch serve names them.");
        }
        list(result.get("missing")).forEach(field -> sentences.add(missing(field)));
        list(result.get("unreadable")).forEach(sentence -> sentences.add(String.valueOf(sentence)));
        list(result.get("drift")).forEach(sentence -> sentences.add("Changed in the org: " + sentence + "."));
        return sentences;
    }

    private static boolean changesOnly(@Nullable Object modes) {
        return modes instanceof Map<?, ?> byObject && "CHANGES".equals(byObject.get("Account"));
    }

    private static Optional<String> deleted(@Nullable Object byObject) {
        return byObject instanceof Map<?, ?> map && map.values().stream().anyMatch(count -> number(count) > 0)
                ? Optional.of("No longer in the org: "
                        + new TreeMap<>(map)
                                .entrySet().stream()
                                        .filter(entry -> number(entry.getValue()) > 0)
                                        .map(entry -> Words.count(number(entry.getValue())) + " " + entry.getKey())
                                        .collect(Collectors.joining(", "))
                        + ".")
                : Optional.empty();
    }

    private static String missing(Object field) {
        return field instanceof Map<?, ?> it
                ? "Left empty: " + it.get("object") + "." + it.get("apiName") + " (" + it.get("reason") + ")."
                : String.valueOf(field);
    }

    private static List<String> score(Map<String, Object> result) {
        return List.of("Scored " + Words.count(number(result.get("accounts")), "account", "accounts") + ": "
                + Words.count(number(result.get("tier1"))) + " in tier 1, "
                + Words.count(number(result.get("tier2"))) + " in tier 2, "
                + Words.count(number(result.get("tier3"))) + " in tier 3. The history ends on "
                + result.get("windowEnd")
                + ".");
    }

    private static List<String> plan(Map<String, Object> result) {
        var sentences = new ArrayList<String>();
        boolean feasible = "feasible".equals(result.get("status"));
        sentences.add("Plan " + result.get("plan") + " "
                + (feasible ? "meets all bands" : "does not meet all bands (" + result.get("status") + ")") + ": "
                + Words.count(number(result.get("moves"))) + " of "
                + Words.count(number(result.get("accounts")), "account", "accounts") + " would move between "
                + Words.count(number(result.get("reps")), "rep", "reps") + gap(result.get("gap")) + ".");
        list(result.get("why")).forEach(sentence -> sentences.add(String.valueOf(sentence)));
        named("Holds the plan back: ", result.get("bindings"), sentences);
        named("Way out: ", result.get("waysOut"), sentences);
        return sentences;
    }

    /** The first few of what has a sentence. */
    private static void named(String what, @Nullable Object given, List<String> sentences) {
        list(given).stream()
                .limit(MOST_NAMED)
                .filter(each -> each instanceof Map<?, ?>)
                .forEach(each -> sentences.add(what + ((Map<?, ?>) each).get("sentence")));
    }

    private static String gap(@Nullable Object gap) {
        return gap instanceof Number share
                ? String.format(
                        Locale.ROOT, "; at most %.2f %% above the best possible cost", share.doubleValue() * 100)
                : "";
    }

    private static List<String> propose(Map<String, Object> result) {
        var state = String.valueOf(result.get("state")).toLowerCase(Locale.ROOT).replace('_', ' ');
        return List.of(
                "Proposal " + result.get("proposal") + " (version " + result.get("version") + ") is " + state + ": "
                        + Words.count(number(result.get("moves")), "move", "moves") + " and "
                        + Words.count(number(result.get("stamps")), "stamp", "stamps") + ".",
                String.valueOf(result.get("impact")));
    }

    private static List<String> commit(Map<String, Object> result) {
        return List.of("Commit " + result.get("run") + " has ended: " + result.get("state") + ".");
    }

    private static String counts(@Nullable Object byObject) {
        return byObject instanceof Map<?, ?> map
                ? new TreeMap<>(map)
                        .entrySet().stream()
                                .map(entry -> Words.count(number(entry.getValue())) + " " + entry.getKey())
                                .collect(Collectors.joining(", "))
                : "nothing";
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static String decimal(@Nullable Object value) {
        double known = value instanceof Number number ? number.doubleValue() : 0;
        return String.format(Locale.ROOT, "%.1f", known);
    }
}
