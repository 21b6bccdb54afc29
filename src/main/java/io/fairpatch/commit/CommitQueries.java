package io.fairpatch.commit;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.FieldValues;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.PageRequest;
import io.fairpatch.review.ProposalSummary;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Shows what commits did. Callers check the right to see. Thread-safe. */
@Singleton
public final class CommitQueries {
    private final Jdbi jdbi;

    public CommitQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One run, or COMMIT_RUN_NOT_FOUND. */
    public CommitRun run(SalesforceId org, String run) {
        return CommitRunSql.get(jdbi, org, run);
    }

    /** All runs of a proposal, newest first. */
    public List<CommitRun> runs(SalesforceId org, String proposal) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT * FROM commit_run WHERE org_id = :org AND proposal_id = :proposal ORDER BY number DESC
                        """)
                .bind("org", org.value())
                .bind("proposal", proposal)
                .map((row, context) -> CommitRunSql.run(row))
                .list());
    }

    /** The newest run of a proposal. */
    public Optional<CommitRun> latest(SalesforceId org, String proposal) {
        return runs(org, proposal).stream().findFirst();
    }

    /** What became of the lines of one run. */
    public CommitCounts counts(SalesforceId org, String run) {
        return jdbi.withHandle(h -> CommitCountSql.ofRun(h, org, run));
    }

    /** What became of all approved lines of a proposal, retries included; all zero before the first run. */
    public CommitCounts outcome(SalesforceId org, String proposal) {
        return jdbi.withHandle(h -> CommitCountSql.ofProposal(h, org, proposal));
    }

    /** Approved lines that no commit of the proposal has written. */
    public Left left(ProposalSummary proposal) {
        var written = outcome(proposal.org(), proposal.id());
        return new Left(
                proposal.moves().approved() - written.moves().committed(),
                proposal.stamps().approved() - written.stamps().committed());
    }

    /** What is left to write, one line an account. */
    public record Left(int moves, int stamps) {
        public int accounts() {
            return moves + stamps;
        }
    }

    /** Why rows of a run were not written, those that concern most rows first; pending ones are none. */
    public List<Cause> causes(SalesforceId org, String run) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT state, coalesce(code, 'UNKNOWN') AS code, count(*) AS rows, min(message) AS example
                        FROM write_intent
                        WHERE org_id = :org AND run_id = :run
                        AND state IN ('REJECTED', 'DRIFTED', 'UNKNOWN', 'CANCELLED')
                        GROUP BY 1, 2 ORDER BY rows DESC, code
                        """)
                .bind("org", org.value())
                .bind("run", run)
                .map((row, context) -> Cause.of(
                        IntentState.valueOf(row.getString("state")),
                        row.getString("code"),
                        row.getInt("rows"),
                        row.getString("example")))
                .list());
    }

    /** Links of a run that were not done: refused ones first, then those left; at most so many. */
    public List<Link> linksNotDone(SalesforceId org, String run, int most) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT * FROM commit_link
                        WHERE org_id = :org AND run_id = :run AND state <> 'DONE'
                        ORDER BY state DESC, object, account_id, linked_id LIMIT :most
                        """)
                .bind("org", org.value())
                .bind("run", run)
                .bind("most", most)
                .map((row, context) -> Link.of(row))
                .list());
    }

    /** How many links of a run are in which state; empty when the policy asks for none. */
    public Map<LinkState, Integer> linkCounts(SalesforceId org, String run) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT state, count(*) AS links FROM commit_link
                        WHERE org_id = :org AND run_id = :run GROUP BY state
                        """)
                .bind("org", org.value())
                .bind("run", run)
                .reduceRows(new EnumMap<LinkState, Integer>(LinkState.class), (all, row) -> {
                    all.put(
                            LinkState.valueOf(row.getColumn("state", String.class)),
                            row.getColumn("links", Integer.class));
                    return all;
                }));
    }

    /** Receipts of a run in the order of writing. {@code state} null is any. */
    public ReceiptPage receipts(SalesforceId org, String run, @Nullable IntentState state, PageRequest page) {
        return jdbi.withHandle(h -> {
            int total = h.createQuery(
                            """
                            SELECT count(*) FROM write_intent
                            WHERE org_id = :org AND run_id = :run AND (CAST(:state AS text) IS NULL OR state = :state)
                            """)
                    .bind("org", org.value())
                    .bind("run", run)
                    .bind("state", state)
                    .mapTo(Integer.class)
                    .one();
            List<Receipt> receipts = h.createQuery(
                            """
                            SELECT * FROM write_intent
                            WHERE org_id = :org AND run_id = :run AND (CAST(:state AS text) IS NULL OR state = :state)
                            ORDER BY ordinal, account_id LIMIT :limit OFFSET :offset
                            """)
                    .bind("org", org.value())
                    .bind("run", run)
                    .bind("state", state)
                    .bind("limit", page.limit())
                    .bind("offset", page.offset())
                    .map((row, context) -> receipt(row))
                    .list();
            return new ReceiptPage(receipts, total);
        });
    }

    /**
     * Receipts of a run.
     *
     * @param total receipts that match, on all pages
     */
    public record ReceiptPage(List<Receipt> receipts, int total) {
        public ReceiptPage {
            receipts = List.copyOf(receipts);
        }
    }

    static Receipt receipt(ResultSet row) throws SQLException {
        Outcome.Difference difference = Outcome.parse(row.getString("drift"));
        return new Receipt(
                SalesforceId.of(row.getString("account_id")),
                row.getString("account_name"),
                LineKind.valueOf(row.getString("kind")),
                IntentState.valueOf(row.getString("state")),
                row.getString("code"),
                row.getString("message"),
                difference.changes(),
                difference.changedBy(),
                difference.changedAt(),
                FieldValues.parse(row.getString("before")),
                FieldValues.parse(row.getString("after")));
    }
}
