package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes back a list of moves that was worked on in a spreadsheet: decisions are made and other targets tried out, by the
 * same rules as on the page, and every line has its fate. Thread-safe.
 */
@Singleton
public final class RoundTrip {
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
     * @param decision null when the line says nothing of it
     */
    public record Row(
            int number,
            SalesforceId account,
            @Nullable SalesforceId to,
            @Nullable Decision decision,
            @Nullable String reason) {}

    /** What became of a line. */
    public record Fate(int number, String account, boolean good, String sentence) {}

    private record Wish(Decision decision, @Nullable String reason) {}

    /** Works through the lines. Targets are tried out, not saved: the proposal's page shows what they would do. */
    public List<Fate> take(SalesforceId org, String id, long revision, List<Row> rows, Person person) {
        var fates = new ArrayList<Fate>();
        Map<Wish, List<Row>> wishes = new LinkedHashMap<>();
        for (Row row : rows) {
            read(org, id, row, person, fates, wishes);
        }
        long seen = revision;
        for (var wish : wishes.entrySet()) {
            seen = decide(org, id, seen, wish.getKey(), wish.getValue(), person, fates);
        }
        fates.sort((one, other) -> Integer.compare(one.number(), other.number()));
        return fates;
    }

    private void read(
            SalesforceId org, String id, Row row, Person person, List<Fate> fates, Map<Wish, List<Row>> wishes) {
        try {
            ProposalLine line = queries.line(org, id, row.account()).line();
            if (row.to() != null && !row.to().equals(line.to())) {
                String note = Objects.requireNonNullElse(row.reason(), "Changed in a spreadsheet");
                edits.tryOut(org, id, new Edit(row.account(), row.to(), note), person);
                fates.add(new Fate(
                        row.number(), line.accountName(), true, "The other target is tried out, not saved yet."));
            } else if (row.decision() != null && row.decision() != line.decision()) {
                wishes.computeIfAbsent(new Wish(row.decision(), row.reason()), wish -> new ArrayList<>())
                        .add(row);
            } else {
                fates.add(new Fate(row.number(), line.accountName(), true, "As it was."));
            }
        } catch (FairpatchException refused) {
            fates.add(refused(row, refused));
        }
    }

    private long decide(
            SalesforceId org, String id, long revision, Wish wish, List<Row> rows, Person person, List<Fate> fates) {
        try {
            var selection = Selection.of(rows.stream().map(Row::account).toList());
            var done = proposals.decide(org, id, revision, selection, wish.decision(), wish.reason(), person);
            for (Row row : rows) {
                ProposalLine line = queries.line(org, id, row.account()).line();
                boolean took = line.decision() == wish.decision();
                fates.add(new Fate(
                        row.number(),
                        line.accountName(),
                        took,
                        took ? "Decided." : "Not decided: it needs someone else's word."));
            }
            return done.proposal().revision();
        } catch (FairpatchException refused) {
            rows.forEach(row -> fates.add(refused(row, refused)));
            return revision;
        }
    }

    private static Fate refused(Row row, FairpatchException refused) {
        var problem = refused.problem();
        String why = problem.why() == null ? "" : ": " + problem.why();
        return new Fate(row.number(), row.account().value(), false, problem.what() + why);
    }
}
