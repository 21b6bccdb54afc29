package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.ADMIN;

import io.fairpatch.model.Progress;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.salesforce.Pace;
import io.fairpatch.salesforce.SalesforceOrg;
import io.fairpatch.salesforce.SalesforceSettings;
import io.fairpatch.salesforce.SignIn;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/** Commits over a wire that may break, with little patience. */
final class WireCommit {
    private static final Pace QUICK = new Pace(
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMillis(400),
            4,
            Duration.ofMillis(10),
            Duration.ofMillis(100),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMinutes(5),
            50_000);

    private WireCommit() {}

    /** A new run of the approved proposal, to its end. */
    static CommitRun of(SandboxDesk desk, CommitService process, ProposalSummary proposal, FaultyWire wire) {
        var signIn = new SignIn.AccessToken(desk.sandbox.info().accessToken());
        SalesforceOrg org = SalesforceOrg.connect(
                SalesforceSettings.of(wire.address(), signIn).withPace(QUICK), Clock.systemUTC());
        CommitRun run = process.start(
                desk.bench.org,
                proposal.id(),
                proposal.version(),
                Objects.requireNonNull(proposal.fingerprint()),
                ADMIN,
                desk.bench.policy,
                desk.org.reader());
        return process.run(desk.bench.org, run.id(), org.connection(), desk.bench.policy, Progress.NONE);
    }
}
