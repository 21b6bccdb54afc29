package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes back a list of moves that was worked on in a spreadsheet: decisions are made and other targets tried out, by the
 * same rules as on the page, and every line has its fate. What somebody changed since the list was taken out is left
 * alone. Thread-safe.
 */
@Singleton
public final class RoundTrip {
    private static final String USUAL_NOTE = "Changed in a spreadsheet";

    private final ProposalService proposals;
    private final ProposalQueries queries;
    private final Edits edits;

    public RoundTrip(ProposalService proposals, ProposalQueries queries, Edits edits) {
        this.proposals = proposals;
        this.queries = queries;
        this.edits = edits;
    }

    /**
     * One line as it came back.
     *
     * @param number in the file, from 1
     * @param to the rep's id, null when the line says nothing of it
     * @param toName the rep's name, which counts when it was changed and the id was not
     * @param decision null when the line says nothing of it
     * @param toThen the rep's id as it was taken out, null when the line does not tell
     * @param decisionThen the decision as it was taken out, null when the line does not tell
     */
    public record Row(
            int number,
            SalesforceId account,
            @Nullable SalesforceId to,
            @Nullable String toName,
            @Nullable Decision decision,
            @Nullable String reason,
            @Nullable SalesforceId toThen,
            @Nullable Decision decisionThen) {}

    /** What became of a line. */
    public record Fate(int number, String account, boolean good, String sentence) {}

    private record Wish(Decision decision, @Nullable String reason) {}

    /** Works through the lines. Targets are tried out, not saved: the proposal's page shows what they would do. */
    public List<Fate> take(SalesforceId org, String id, long revision, List<Row> rows, Person person) {
        var fates = new ArrayList<Fate>();
        var compare = new RowCompare(id, queries.moves(org, id), queries.books(org, id));
        Map<Row, Edit> targets = new LinkedHashMap<>();
        Map<Wish, List<Row>> wishes = new LinkedHashMap<>();
        for (Row row : rows) {
            try {
                sort(row, compare.of(row), fates, targets, wishes);
            } catch (FairpatchException refused) {
                fates.add(refused(row, refused.problem()));
            }
        }
        tryOut(org, id, targets, person, compare, fates);
        long seen = revision;
        for (var wish : wishes.entrySet()) {
            seen = decide(org, id, seen, wish.getKey(), wish.getValue(), person, compare, fates);
        }
        fates.sort(Comparator.comparingInt(Fate::number));
        return fates;
    }

    private static void sort(
            Row row, RowCompare.Change change, List<Fate> fates, Map<Row, Edit> targets, Map<Wish, List<Row>> wishes) {
        SalesforceId to = change.to();
        Decision decision = change.decision();
        if (to != null) {
            targets.put(row, new Edit(row.account(), to, Objects.requireNonNullElse(row.reason(), USUAL_NOTE)));
        } else if (decision != null) {
            wishes.computeIfAbsent(new Wish(decision, row.reason()), wish -> new ArrayList<>())
                    .add(row);
        } else {
            fates.add(new Fate(row.number(), change.name(), true, "As it was."));
        }
    }

    private void tryOut(
            SalesforceId org, String id, Map<Row, Edit> targets, Person person, RowCompare compare, List<Fate> fates) {
        if (targets.isEmpty()) {
            return;
        }
        try {
            Map<SalesforceId, Problem> refused = edits.tryOut(org, id, List.copyOf(targets.values()), person);
            for (Row row : targets.keySet()) {
                Problem problem = refused.get(row.account());
                fates.add(
                        problem == null
                                ? new Fate(row.number(), compare.name(row), true, tried(row, compare))
                                : refused(row, problem));
            }
        } catch (FairpatchException all) {
            targets.keySet().forEach(row -> fates.add(refused(row, all.problem())));
        }
    }

    private static String tried(Row row, RowCompare compare) {
        boolean decides = row.decision() != null && compare.decides(row);
        return "The other target is tried out, not saved yet."
                + (decides ? " Decide on it once it is saved: its decision was not taken." : "");
    }

    private long decide(
            SalesforceId org,
            String id,
            long revision,
            Wish wish,
            List<Row> rows,
            Person person,
            RowCompare compare,
            List<Fate> fates) {
        try {
            var selection = Selection.of(rows.stream().map(Row::account).toList());
            var done = proposals.decide(org, id, revision, selection, wish.decision(), wish.reason(), person);
            Map<SalesforceId, ProposalLine> now = queries.moves(org, id);
            for (Row row : rows) {
                ProposalLine line = now.get(row.account());
                boolean took = line != null && line.decision() == wish.decision();
                String sentence = took ? "Decided." : "Not decided: it needs someone else's word.";
                fates.add(new Fate(row.number(), compare.name(row), took, sentence));
            }
            return done.proposal().revision();
        } catch (FairpatchException refused) {
            rows.forEach(row -> fates.add(refused(row, refused.problem())));
            return revision;
        }
    }

    private static Fate refused(Row row, Problem problem) {
        String why = problem.why() == null ? "" : ": " + problem.why();
        return new Fate(row.number(), row.account().value(), false, problem.what() + why);
    }
}
