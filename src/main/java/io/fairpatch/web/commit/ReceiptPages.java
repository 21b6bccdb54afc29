package io.fairpatch.web.commit;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.commit.Cause;
import io.fairpatch.commit.CommitCounts;
import io.fairpatch.commit.CommitQueries;
import io.fairpatch.commit.CommitRun;
import io.fairpatch.commit.IntentState;
import io.fairpatch.commit.Receipt;
import io.fairpatch.commit.RunState;
import io.fairpatch.jobs.Commits;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.PageRequest;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.web.Site;
import io.fairpatch.web.view.CommitRow;
import io.fairpatch.web.view.CommitRunPage;
import io.fairpatch.web.view.CommitRunPage.Actions;
import io.fairpatch.web.view.CommitRunPage.CauseRow;
import io.fairpatch.web.view.CommitRunPage.Count;
import io.fairpatch.web.view.CommitRunPage.ReceiptRow;
import io.fairpatch.web.view.Paging;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A commit as people read it: how many writes are where, and what became of each. */
@Singleton
final class ReceiptPages {
    private static final int PAGE = 50;

    private final Site site;
    private final CommitQueries queries;
    private final ProposalQueries proposals;
    private final Commits commits;

    ReceiptPages(Site site, CommitQueries queries, ProposalQueries proposals, Commits commits) {
        this.site = site;
        this.queries = queries;
        this.proposals = proposals;
        this.commits = commits;
    }

    CommitRow row(CommitRun run) {
        return new CommitRow(
                "/commits/" + run.id(),
                run.id(),
                Badges.of(run.state()),
                sentence(run, queries.counts(run.org(), run.id())),
                Show.moment(run.startedAt()) + " by " + run.startedBy());
    }

    CommitRunPage run(Shell shell, Person person, String id, @Nullable IntentState state, int offset) {
        var org = site.org();
        CommitRun run = queries.run(org, id);
        var receipts = queries.receipts(org, id, state, new PageRequest(offset, PAGE));
        CommitCounts counts = queries.counts(org, id);
        String path = "/commits/" + id;
        return new CommitRunPage(
                shell,
                path,
                address(path, state, offset),
                run.proposal(),
                Badges.of(run.state()),
                sentence(run, counts),
                run.problem() == null ? null : run.problem().replace("\n", " "),
                run.state() == RunState.RUNNING,
                actions(run, person),
                counts(path, counts, state),
                queries.causes(org, id).stream().map(ReceiptPages::cause).toList(),
                LinkRows.sentence(queries.linkCounts(org, id)),
                queries.linksNotDone(org, id, PAGE).stream().map(LinkRows::row).toList(),
                receipts.receipts().stream().map(ReceiptPages::receipt).toList(),
                paging(path, state, offset, receipts.receipts().size(), receipts.total()));
    }

    private Actions actions(CommitRun run, Person person) {
        ProposalState state = proposals.get(run.org(), run.proposal()).state();
        String proposal = "/proposals/" + run.proposal();
        boolean stoppable = run.state() == RunState.RUNNING && !run.stopRequested() && person.may(Action.COMMIT);
        boolean stalled = run.state() == RunState.RUNNING && !commits.alive(run) && person.may(Action.COMMIT);
        boolean retryable = state.mayBecome(ProposalState.COMMITTING) && person.may(Action.COMMIT);
        boolean undoable = state.mayBecome(ProposalState.UNDONE) && person.may(Action.PROPOSE);
        return new Actions(
                stoppable ? "/commits/" + run.id() + "/stop" : null,
                stalled ? "/commits/" + run.id() + "/resume" : null,
                retryable ? proposal + "/commit" : null,
                undoable ? proposal + "/undo" : null);
    }

    private static String sentence(CommitRun run, CommitCounts counts) {
        String of = Show.count(counts.moves().committed(), "move", "moves") + " and "
                + Show.count(counts.stamps().committed(), "stamp", "stamps") + " of "
                + Show.count(counts.approved()) + " are in the org, read back equal";
        return switch (run.state()) {
            case RUNNING ->
                (run.stopRequested() ? "Stopping after this batch: " : "Under way: ") + Show.count(counts.done())
                        + " of " + Show.count(counts.approved()) + " done.";
            case FINISHED -> of + ".";
            case STOPPED -> "Stopped: " + of + ".";
            case FAILED -> "Failed: " + of + ".";
        };
    }

    private static List<Count> counts(String path, CommitCounts counts, @Nullable IntentState chosen) {
        var moves = counts.moves();
        var stamps = counts.stamps();
        return Stream.of(
                        count(path, IntentState.CONFIRMED, moves.committed() + stamps.committed(), chosen),
                        count(path, IntentState.REJECTED, moves.rejected() + stamps.rejected(), chosen),
                        count(path, IntentState.DRIFTED, moves.drifted() + stamps.drifted(), chosen),
                        count(path, IntentState.UNKNOWN, moves.unknown() + stamps.unknown(), chosen),
                        count(path, IntentState.CANCELLED, moves.cancelled() + stamps.cancelled(), chosen),
                        count(path, IntentState.PLANNED, moves.pending() + stamps.pending(), chosen))
                .filter(count -> count.count() > 0 || count.chosen())
                .toList();
    }

    private static CauseRow cause(Cause cause) {
        String example = Objects.requireNonNullElse(cause.example(), "");
        return new CauseRow(cause.code(), Badges.of(cause.state()), cause.rows(), example, cause.mend());
    }

    private static Count count(String path, IntentState state, int count, @Nullable IntentState chosen) {
        boolean isChosen = state == chosen;
        return new Count(count, Badges.of(state), isChosen ? path : address(path, state, 0), isChosen);
    }

    private static ReceiptRow receipt(Receipt receipt) {
        return new ReceiptRow(
                receipt.account().value(),
                receipt.accountName(),
                receipt.kind() == LineKind.MOVE ? "move" : "stamp",
                Badges.of(receipt.state()),
                note(receipt));
    }

    private static String note(Receipt receipt) {
        String before = receipt.altered() ? ": written " : ": planned on ";
        String drift = receipt.drift().stream()
                .map(change -> change.field() + before + shown(change.planned()) + ", now " + shown(change.now()))
                .collect(Collectors.joining("; "));
        return Stream.of(receipt.code(), receipt.message(), drift)
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" - "));
    }

    private static String shown(@Nullable String value) {
        return value == null ? "empty" : value;
    }

    private static Paging paging(String path, @Nullable IntentState state, int offset, int shown, int total) {
        int next = offset + shown;
        return new Paging(
                offset + 1L,
                next,
                total,
                offset > 0 ? address(path, state, Math.max(0, offset - PAGE)) : null,
                next < total ? address(path, state, next) : null);
    }

    private static String address(String path, @Nullable IntentState state, int offset) {
        String query = Stream.of(state == null ? "" : "state=" + state, offset == 0 ? "" : "offset=" + offset)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
