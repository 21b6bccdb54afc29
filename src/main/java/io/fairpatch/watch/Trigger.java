package io.fairpatch.watch;

import io.fairpatch.config.Edge;
import io.fairpatch.insight.Vital;
import io.fairpatch.insight.Vital.Sign;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A watched sign, with the edge at which it asks for action. Signs of structure fire at once; signs of outcome must hold for
 * several quarters in a row, since one noisy period is no sign.
 */
public enum Trigger {
    SPREAD("spread", "Uneven books", Sign.SPREAD, Edge.over(0.20)),
    LIGHT_BOOK("lightBook", "Light book", Sign.LOAD, Edge.under(0.70)),
    LEAVER("leaver", "Rep left", Sign.LEFT, Edge.over(0)),
    JOINER("joiner", "Rep without accounts", Sign.BOOK, Edge.under(1)),
    SURGE("surge", "Surge", Sign.SURGE, Edge.over(0.25)),
    AGE("age", "Long unchanged", Sign.AGE, Edge.over(365)),
    RESULT(
            "result",
            "Wins less than its potential",
            Sign.RESULT,
            Edge.under(0.75).inRow(3)),
    ATTAINMENT("attainment", "Under quota", Sign.ATTAINMENT, Edge.under(0.70).inRow(3));

    private final String key;
    private final String title;
    private final Sign sign;
    private final Edge usual;

    Trigger(String key, String title, Sign sign, Edge usual) {
        this.key = key;
        this.title = title;
        this.sign = sign;
        this.usual = usual;
    }

    /** Its name in {@code calendar.yml}, in calls and on the command line. */
    public String key() {
        return key;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** What its number is, a few words. */
    public String measures() {
        return switch (this) {
            case SPREAD -> "highest over lowest potential for target, less 1";
            case LIGHT_BOOK -> "work for capacity, over the team's average";
            case LEAVER -> "accounts of someone who left";
            case JOINER -> "accounts of an active rep";
            case SURGE -> "share of a territory's accounts that surge";
            case AGE -> "days since a territory was last assigned";
            case RESULT -> "won for equal potential, 1 is average";
            case ATTAINMENT -> "won in a quarter over a quarter of the quota";
        };
    }

    /** The edges that hold: the usual ones when none are given, else only what is given. */
    static Map<Trigger, Edge> edges(@Nullable Map<String, Edge> given) {
        return Arrays.stream(values())
                .filter(trigger -> given == null || given.containsKey(trigger.key))
                .collect(Collectors.toMap(
                        trigger -> trigger,
                        trigger -> given == null ? trigger.usual : given.getOrDefault(trigger.key, trigger.usual),
                        (first, second) -> first,
                        TreeMap::new));
    }

    /** Whether this number fires it: beyond the edge now, and in as many quarters before as the edge asks for. */
    boolean fires(Vital vital, Edge edge) {
        if (vital.sign() != sign || !edge.crossed(vital.value())) {
            return false;
        }
        int before = edge.inRow() - 1;
        return vital.earlier().size() >= before
                && vital.earlier().stream().limit(before).allMatch(edge::crossed);
    }

    /** What was seen, beside the edge. */
    String sentence(Vital vital, Edge edge) {
        double value = vital.value();
        String who = vital.subject();
        return switch (this) {
            case SPREAD ->
                "The fullest book holds " + ratio(1 + value) + " the emptiest for equal capacity; above "
                        + ratio(1 + edge.value()) + " books are uneven.";
            case LIGHT_BOOK ->
                who + " has " + percent(value) + " of the team's average work, under " + percent(edge.value()) + ".";
            case LEAVER -> who + " left and still holds " + count(value, "account") + ".";
            case JOINER -> who + " is active and holds " + count(value, "account") + ".";
            case SURGE ->
                percent(value) + " of the accounts of " + who + " surge, more than " + percent(edge.value()) + ".";
            case AGE ->
                "No territory was assigned for " + count(value, "day") + ", more than " + count(edge.value(), "day")
                        + ".";
            case RESULT -> who + " won " + ratio(value) + " of what equal potential wins elsewhere" + inRow(edge) + ".";
            case ATTAINMENT -> who + " is at " + percent(value) + " of a quarter's quota" + inRow(edge) + ".";
        };
    }

    /** The scenario that answers it, as the planner reads it; empty when a person has to look first. */
    Optional<String> scenario() {
        return switch (this) {
            case SPREAD, LIGHT_BOOK -> Optional.of("rebalance");
            case LEAVER -> Optional.of("leaver");
            case JOINER -> Optional.of("quarterly");
            case SURGE -> Optional.of("surge");
            case AGE -> Optional.of("annual");
            case RESULT, ATTAINMENT -> Optional.empty();
        };
    }

    /** What to do about it, one sentence. */
    public String advice() {
        return switch (this) {
            case SPREAD -> "Plan a rebalance and look at what it moves.";
            case LIGHT_BOOK -> "Find out whether accounts were lost or won away, then plan a rebalance.";
            case LEAVER -> "Plan the leavers: only their books move.";
            case JOINER -> "Plan a small correction, which gives the newcomer a book by ramp stage.";
            case SURGE -> "Plan the surge: only surging accounts move.";
            case AGE -> "Plan the annual review.";
            case RESULT -> "Look at Territory or rep before anything moves.";
            case ATTAINMENT -> "Look at the quota beside the potential before anything moves.";
        };
    }

    private static String inRow(Edge edge) {
        return edge.inRow() > 1 ? ", " + edge.inRow() + " quarters in a row under " + percent(edge.value()) : "";
    }

    private static String percent(double share) {
        return decimal(100 * share) + " %";
    }

    private static String ratio(double ratio) {
        return decimal(ratio) + "x";
    }

    /** One decimal where it matters, so that 69.9 is not shown as 70. */
    private static String decimal(double number) {
        return number >= 1_000 || number == Math.rint(number)
                ? String.format(Locale.ENGLISH, "%,.0f", number)
                : String.format(Locale.ENGLISH, number < 10 ? "%.2f" : "%.1f", number);
    }

    private static String count(double number, String noun) {
        return decimal(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
