package io.fairpatch.review;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.VisitHours;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
                   change, edited, dropped, open_deals, contested_by,
            """
                    + Unwritten.COLUMN + " FROM proposal_line WHERE ";

    private static final int PROPOSALS = 64;
    private static final int LISTS = 512;

    private final Jdbi jdbi;
    private final VisitHours hours;
    private final Remembered<Seen, ProposalSummary> summaries = new Remembered<>(PROPOSALS);
    private final Remembered<Seen, List<BookView>> books = new Remembered<>(PROPOSALS);
    private final Remembered<Seen, List<RuleCount>> rules = new Remembered<>(PROPOSALS);
    private final Remembered<Filtered, Integer> counts = new Remembered<>(LISTS);

    public ProposalQueries(Jdbi jdbi, CoverageConfig coverage) {
        this.jdbi = jdbi;
        this.hours = new VisitHours(coverage);
    }

    private record Filtered(Seen seen, LineFilter filter) {}

    /** All proposals, newest first. */
    public List<ProposalSummary> list(SalesforceId org) {
        return jdbi.withHandle(h -> h
                .createQuery(
                        """
                        SELECT id, version, revision FROM proposal WHERE org_id = :org
                        ORDER BY created_at DESC, id DESC
                        """)
                .bind("org", org.value())
                .map((row, context) ->
                        new Seen(org, row.getString("id"), row.getInt("version"), row.getLong("revision")))
                .list()
                .stream()
                .map(seen -> summary(h, seen))
                .toList());
    }

    /** One proposal, or PROPOSAL_NOT_FOUND. */
    public ProposalSummary get(SalesforceId org, String id) {
        return jdbi.withHandle(h -> summary(h, Seen.now(h, org, id)));
    }

    /** The proposal that a job made, if it got that far. */
    public Optional<ProposalSummary> madeBy(SalesforceId org, UUID job) {
        return jdbi.withHandle(h -> ProposalIds.madeBy(h, org, job).map(id -> summary(h, Seen.now(h, org, id))));
    }

    /** The plan it was made of, a later phase that of the first; empty when it was made of none, as an undo is. */
    public Optional<Long> plan(SalesforceId org, String id) {
        return jdbi.withHandle(h -> ProposalIds.plan(h, org, id));
    }

    private ProposalSummary summary(Handle handle, Seen seen) {
        return summaries.get(seen, () -> ProposalSummaries.one(handle, seen.org(), seen.id()));
    }

    /** The lines that match, sorted, one page of them. */
    public ProposalPage lines(SalesforceId org, String id, LineFilter filter, LineSort sort, PageRequest page) {
        return jdbi.withHandle(h -> lines(h, Seen.now(h, org, id), filter, sort, page));
    }

    /** The same of a proposal as it was read. */
    public ProposalPage lines(ProposalSummary proposal, LineFilter filter, LineSort sort, PageRequest page) {
        return jdbi.withHandle(h -> lines(h, Seen.of(proposal), filter, sort, page));
    }

    private ProposalPage lines(Handle handle, Seen seen, LineFilter filter, LineSort sort, PageRequest page) {
        int total = count(handle, seen, filter);
        List<ProposalLine> lines = LineSql.bind(
                        handle.createQuery(COLUMNS + LineSql.page(filter, sort)),
                        seen.org(),
                        seen.id(),
                        seen.version(),
                        filter)
                .bind("limit", page.limit())
                .bind("offset", page.offset())
                .map((row, context) -> LineSql.line(row))
                .list();
        return new ProposalPage(lines, total, cursor(page, lines.size(), total));
    }

    /** How many lines match, of a proposal as it was read. */
    public int count(ProposalSummary proposal, LineFilter filter) {
        return jdbi.withHandle(h -> count(h, Seen.of(proposal), filter));
    }

    /** How many lines match. */
    public int count(SalesforceId org, String id, LineFilter filter) {
        return jdbi.withHandle(h -> count(h, Seen.now(h, org, id), filter));
    }

    private int count(Handle handle, Seen seen, LineFilter filter) {
        return counts.get(new Filtered(seen, filter), () -> LineSql.bind(
                        handle.createQuery("SELECT count(*) FROM proposal_line WHERE" + LineSql.matches(filter)),
                        seen.org(),
                        seen.id(),
                        seen.version(),
                        filter)
                .mapTo(Integer.class)
                .one());
    }

    /** One line with everything about it, or PROPOSAL_NOT_FOUND when the proposal does not touch the account. */
    public MoveDetail line(SalesforceId org, String id, SalesforceId account) {
        return jdbi.withHandle(h -> {
                    Seen seen = Seen.now(h, org, id);
                    return LineDetails.read(h, seen, account, books(h, seen));
                })
                .orElseThrow(() -> Problem.of(
                                ErrorCode.PROPOSAL_NOT_FOUND, "Proposal " + id + " does not touch account " + account)
                        .maybe("look at the proposal's list of moves")
                        .exception());
    }

    /** Every move, by its account. */
    public Map<SalesforceId, ProposalLine> moves(SalesforceId org, String id) {
        return jdbi.withHandle(h -> LineSql.bind(
                        h.createQuery(COLUMNS + LineSql.matches(LineFilter.MOVES)),
                        org,
                        id,
                        version(h, org, id),
                        LineFilter.MOVES)
                .map((row, context) -> LineSql.line(row))
                .collect(Collectors.toMap(ProposalLine::account, Function.identity())));
    }

    /** Every rep's book before and after, by territory; after: with the moves that stand, as {@link DecidedBooks} has it. */
    public List<BookView> books(SalesforceId org, String id) {
        return jdbi.withHandle(h -> books(h, Seen.now(h, org, id)));
    }

    /** The same of a proposal as it was read. */
    public List<BookView> books(ProposalSummary proposal) {
        return jdbi.withHandle(h -> books(h, Seen.of(proposal)));
    }

    List<BookView> books(Handle handle, Seen seen) {
        return books.get(seen, () -> DecidedBooks.read(handle, seen, hours));
    }

    /** How many moves each main rule explains, most first. */
    public List<RuleCount> rules(ProposalSummary proposal) {
        Seen seen = Seen.of(proposal);
        return rules.get(seen, () -> jdbi.withHandle(h -> List.copyOf(rules(h, seen))));
    }

    private static List<RuleCount> rules(Handle handle, Seen seen) {
        return handle.createQuery(
                        """
                        SELECT main_rule, count(*) AS moves,
                               count(*) FILTER (WHERE decision = 'UNDECIDED') AS undecided
                        FROM proposal_line
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND kind = 'MOVE'
                        GROUP BY main_rule ORDER BY moves DESC, main_rule
                        """)
                .bind("org", seen.org().value())
                .bind("id", seen.id())
                .bind("version", seen.version())
                .map((row, context) ->
                        new RuleCount(row.getString("main_rule"), row.getInt("moves"), row.getInt("undecided")))
                .list();
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
