package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which lines: null is any. The list and the selection use the same filter, so that what is shown is what is decided.
 *
 * @param rep gives or receives the account
 * @param territory the territory the account will be in
 * @param text found in the account's name or id, either rep's name or the headline; case does not matter
 * @param minPotentialCents least potential of the account, included
 * @param maxPotentialCents most potential of the account, included
 * @param change which kind of change
 * @param openDeals true: with deals that are not closed, false: without
 * @param edited true: the target was set by hand, false: it is the planner's
 * @param team user id of a manager of either rep
 * @param word user id of a manager of either rep on whose word the line waits: nothing is decided, and the manager said
 *     nothing yet
 */
public record LineFilter(
        @Nullable SalesforceId rep,
        @Nullable String territory,
        @Nullable String mainRule,
        @Nullable LineKind kind,
        @Nullable Decision decision,
        @Nullable String text,
        @Nullable Long minPotentialCents,
        @Nullable Long maxPotentialCents,
        @Nullable ChangeKind change,
        @Nullable Boolean openDeals,
        @Nullable Boolean edited,
        @Nullable SalesforceId team,
        @Nullable SalesforceId word) {
    /** Every line. */
    public static final LineFilter ALL = new LineFilter(null, null, null, null, null, null, null, null);

    /** Every move. */
    public static final LineFilter MOVES = new LineFilter(null, null, null, LineKind.MOVE, null, null, null, null);

    public LineFilter(
            @Nullable SalesforceId rep,
            @Nullable String territory,
            @Nullable String mainRule,
            @Nullable LineKind kind,
            @Nullable Decision decision,
            @Nullable String text,
            @Nullable Long minPotentialCents,
            @Nullable Long maxPotentialCents) {
        this(
                rep,
                territory,
                mainRule,
                kind,
                decision,
                text,
                minPotentialCents,
                maxPotentialCents,
                null,
                null,
                null,
                null,
                null);
    }

    /** What is asked for, in words: "reason travel, open deals false"; "everything" when nothing is. */
    public String words() {
        var parts = new LinkedHashMap<String, @Nullable Object>();
        parts.put("rep", rep);
        parts.put("territory", territory);
        parts.put("reason", mainRule);
        parts.put("kind", kind);
        parts.put("decision", decision);
        parts.put("text", text);
        parts.put("potential cents from", minPotentialCents);
        parts.put("potential cents to", maxPotentialCents);
        parts.put("change", change);
        parts.put("open deals", openDeals);
        parts.put("edited", edited);
        parts.put("team", team);
        parts.put("waits for", word);
        String words = parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "everything" : words;
    }

    /** The same lines with this decision; with null whatever was decided. */
    public LineFilter decided(@Nullable Decision wanted) {
        return with(wanted, change, word);
    }

    /** The same lines, of this kind of change. */
    public LineFilter of(ChangeKind wanted) {
        return with(decision, wanted, word);
    }

    /** Those of the same lines on which this manager has a word to say still. */
    public LineFilter awaiting(SalesforceId manager) {
        return with(decision, change, manager);
    }

    private LineFilter with(
            @Nullable Decision itsDecision, @Nullable ChangeKind itsChange, @Nullable SalesforceId itsWord) {
        return new LineFilter(
                rep,
                territory,
                mainRule,
                kind,
                itsDecision,
                text,
                minPotentialCents,
                maxPotentialCents,
                itsChange,
                openDeals,
                edited,
                team,
                itsWord);
    }
}
