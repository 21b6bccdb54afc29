package io.fairpatch.review;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Shows proposals. Every method speaks of the current version. Callers check the right to see. Thread-safe. */
@Singleton
public final class ProposalQueries {
    private static final String COLUMNS =
            """
            SELECT account_id, account_name, kind, from_rep, from_name, to_rep, to_name, territory, headline, worth,
                   main_rule, potential_cents, score, tier, decision, decided_by, decided_at, decline_reason,
                   change, edited, dropped, wave, open_deals, contested_by
            FROM proposal_line WHERE
            """;

    private final Jdbi jdbi;

    public ProposalQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All proposals, newest first. */
    public List<ProposalSummary> list(SalesforceId org) {
        return jdbi.withHandle(h -> ProposalSummaries.all(h, org));
    }

    /** One proposal, or PROPOSAL_NOT_FOUND. */
    public ProposalSummary get(SalesforceId org, String id) {
        return jdbi.withHandle(h -> ProposalSummaries.one(h, org, id));
    }

    /** The lines that match, sorted, one page of them. */
    public ProposalPage lines(SalesforceId org, String id, LineFilter filter, LineSort sort, PageRequest page) {
        return jdbi.withHandle(h -> {
            int version = version(h, org, id);
            int total = LineSql.bind(
                            h.createQuery("SELECT count(*) FROM proposal_line WHERE" + LineSql.MATCHES),
                            org,
                            id,
                            version,
                            filter)
                    .mapTo(Integer.class)
                    .one();
            List<ProposalLine> lines = LineSql.bind(
                            h.createQuery(COLUMNS + LineSql.MATCHES + sort.orderBy() + "LIMIT :limit OFFSET :offset"),
                            org,
                            id,
                            version,
                            filter)
                    .bind("limit", page.limit())
                    .bind("offset", page.offset())
                    .map((row, context) -> LineSql.line(row))
                    .list();
            return new ProposalPage(lines, total, cursor(page, lines.size(), total));
        });
    }

    /** One line with everything about it, or PROPOSAL_NOT_FOUND when the proposal does not touch the account. */
    public MoveDetail line(SalesforceId org, String id, SalesforceId account) {
        return jdbi.withHandle(h -> LineDetails.read(h, org, id, version(h, org, id), account))
                .orElseThrow(() -> Problem.of(
                                ErrorCode.PROPOSAL_NOT_FOUND, "Proposal " + id + " does not touch account " + account)
                        .maybe("look at the proposal's list of moves")
                        .exception());
    }

    /** Every move, by its account. */
    public Map<SalesforceId, ProposalLine> moves(SalesforceId org, String id) {
        return jdbi.withHandle(h -> LineSql.bind(
                        h.createQuery(COLUMNS + LineSql.MATCHES), org, id, version(h, org, id), LineFilter.MOVES)
                .map((row, context) -> LineSql.line(row))
                .collect(Collectors.toMap(ProposalLine::account, Function.identity())));
    }

    /** Every rep's book before and after, by territory. */
    public List<BookView> books(SalesforceId org, String id) {
        return jdbi.withHandle(h -> LineDetails.books(h, org, id, version(h, org, id)));
    }

    /** How many moves each main rule explains, most first. */
    public List<RuleCount> rules(SalesforceId org, String id) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT main_rule, count(*) AS moves,
                               count(*) FILTER (WHERE decision = 'UNDECIDED') AS undecided
                        FROM proposal_line
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND kind = 'MOVE'
                        GROUP BY main_rule ORDER BY moves DESC, main_rule
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("version", version(h, org, id))
                .map((row, context) ->
                        new RuleCount(row.getString("main_rule"), row.getInt("moves"), row.getInt("undecided")))
                .list());
    }

    /** Moves of a main rule. */
    public record RuleCount(String rule, int moves, int undecided) {}

    static int version(Handle handle, SalesforceId org, String id) {
        return handle.createQuery("SELECT version FROM proposal WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> ProposalHead.notFound(id).exception());
    }

    private static @Nullable String cursor(PageRequest page, int shown, int total) {
        int next = page.offset() + shown;
        return shown > 0 && next < total ? Integer.toString(next) : null;
    }
}
