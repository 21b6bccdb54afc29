package io.fairpatch.cli;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.commit.AlongWith;
import io.fairpatch.commit.CommitCounts;
import io.fairpatch.commit.CommitEstimate;
import io.fairpatch.commit.CommitQueries;
import io.fairpatch.commit.CommitRun;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.Commits;
import io.fairpatch.jobs.Foreseen;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.micronaut.context.BeanLocator;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes an approved proposal into the org and waits for the end. */
@Command(
        name = "commit",
        description = {
            "Write an approved proposal into the org: exactly what was approved, read back afterwards.",
            "Run again, it goes on where it was interrupted, or retries what was not written. Exits 4 when accounts had changed in the org and were left"
                    + " alone, 5 when some were not committed for another reason."
        },
        mixinStandardHelpOptions = true)
public final class CommitCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Mixin
    private final OnProposal on;

    @Option(names = "--insist", description = "Begin in quiet hours too.")
    private boolean insist;

    public CommitCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.on = new OnProposal(house, keyboard);
        this.output = output;
    }

    @Override
    public Integer call() {
        OnProposal.Seat seat = on.take(Action.COMMIT);
        Desk desk = seat.desk();
        ProposalSummary proposal = seat.proposal();
        var fingerprint = proposal.fingerprint();
        if (fingerprint == null) {
            throw Problem.of(
                            ErrorCode.PROPOSAL_STATE,
                            "Proposal " + proposal.id() + " is "
                                    + proposal.state().words())
                    .because("only an approved proposal can be committed")
                    .maybe("run: ./fairpatch approve " + proposal.id() + " --as PERSON")
                    .exception();
        }
        requireSomethingLeft(desk, proposal);
        output.say(intent(desk, proposal));
        desk.bean(Foreseen.class).of(proposal).forEach(output::say);
        on.confirm(desk.org().production() ? desk.org().name() : "yes");
        return commit(desk, proposal, fingerprint, seat.person());
    }

    /** Who runs an interrupted commit again may find that it had come to its end. */
    private static void requireSomethingLeft(Desk desk, ProposalSummary proposal) {
        if (proposal.state() == ProposalState.COMMITTED) {
            var run = desk.bean(CommitQueries.class)
                    .latest(proposal.org(), proposal.id())
                    .orElseThrow();
            throw Problem.of(ErrorCode.PROPOSAL_STATE, "Proposal " + proposal.id() + " is committed")
                    .because("all of it was written and read back; nothing is left to write")
                    .maybe("see it line by line: ./fairpatch export --receipts " + run.id())
                    .exception();
        }
    }

    private static String intent(Desk desk, ProposalSummary proposal) {
        var written = desk.bean(MappingConfig.class).written();
        var policy = desk.bean(WritePolicyConfig.class);
        var fields = policy.fields().stream()
                .map(field -> written.getOrDefault(field, field))
                .collect(Collectors.joining(", "));
        var left = desk.bean(CommitQueries.class).left(proposal);
        return "Writes to " + desk.org().name() + " (" + desk.org().id() + ", "
                + (desk.org().production() ? "PRODUCTION" : "no production org") + "): "
                + Words.count(left.accounts(), "account", "accounts") + left(proposal, left.accounts()) + ", "
                + Words.count(left.moves(), "move", "moves")
                + " and " + Words.count(left.stamps(), "stamp", "stamps") + ", approved by "
                + String.join(", ", proposal.approvedBy()) + ".\nFields: " + fields
                + (policy.ownerId() ? ", OwnerId" : "") + ". " + AlongWith.closing(policy) + "\nAbout "
                + Words.count(CommitEstimate.calls(left.accounts(), policy), "API call", "API calls") + ".";
    }

    /** A retry writes what an earlier commit did not. */
    private static String left(ProposalSummary proposal, int left) {
        int approved = proposal.moves().approved() + proposal.stamps().approved();
        return left == approved ? "" : " of " + Words.count(approved) + " (the others are written)";
    }

    private static String interrupted(ProposalSummary proposal, Person person) {
        return "Stopped. What was sent stays sent and is in the ledger. Next: ./fairpatch commit " + proposal.id()
                + " --as " + person.name() + " goes on with the rest and says what was written";
    }

    private int commit(Desk desk, ProposalSummary proposal, String fingerprint, Person person) {
        var job = desk.bean(Commits.class)
                .start(proposal.org(), proposal.id(), proposal.version(), fingerprint, person, insist)
                .job();
        desk.bean(Jobs.class).start();
        try (var interruption = new Interruption(() -> output.say(interrupted(proposal, person)))) {
            desk.jobs(output).await(job);
        }
        var queries = desk.bean(CommitQueries.class);
        var run = queries.latest(proposal.org(), proposal.id()).orElseThrow();
        var done = CommitResult.of(run, counts(queries, run), Beside.of(queries, run));
        output.result(done, done.text());
        if (done.exitCode() != 0) {
            output.say("Next: ./fairpatch export --receipts " + run.id()
                    + " says why, line by line; ./fairpatch commit again retries what was not written");
        }
        return done.exitCode();
    }

    /** Of the run; of the whole proposal when all that the run did was to find out what an earlier one had written. */
    private static CommitCounts counts(CommitQueries queries, CommitRun run) {
        var own = queries.counts(run.org(), run.id());
        return own.approved() > 0 ? own : queries.outcome(run.org(), run.proposal());
    }
}
