package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.commit.FaultyWire.Kind;
import io.fairpatch.model.Progress;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.salesforce.Pace;
import io.fairpatch.salesforce.SalesforceOrg;
import io.fairpatch.salesforce.SalesforceSettings;
import io.fairpatch.salesforce.SignIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wire that breaks in ten ways at every call of a commit: the org ends as approved, each field written once. */
class WireFaultTest {
    private static final int ACCOUNTS = 24;
    /** What a commit calls, in its order; the second read is the read back. */
    private static final List<String> CALLS = List.of(
            "GET .*/sobjects/Account/describe",
            "POST .*/composite/sobjects/Account",
            "POST .*/jobs/ingest/?",
            "PUT .*/batches",
            "PATCH .*/jobs/ingest/[^/]+",
            "GET .*/jobs/ingest/[^/]+",
            "GET .*/successfulResults.*",
            "GET .*/failedResults.*",
            "GET .*/unprocessedrecords.*");

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

    @TempDir
    static Path folder;

    private static SandboxDesk desk;

    @BeforeAll
    static void an_org() {
        desk = SandboxDesk.of(folder, ACCOUNTS);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void every_call_under_three_kinds_of_broken_wire() throws Exception {
        Kind[] kinds = Kind.values();
        for (int call = 0; call < CALLS.size(); call++) {
            for (int step : List.of(0, 3, 7)) {
                strike(kinds[(call + step) % kinds.length], CALLS.get(call));
            }
        }
    }

    @Test
    void the_start_of_the_job_under_every_kind_of_broken_wire() throws Exception {
        for (Kind kind : Kind.values()) {
            strike(kind, "PATCH .*/jobs/ingest/[^/]+");
        }
    }

    @Test
    @Tag("long")
    void every_call_under_every_kind_of_broken_wire() throws Exception {
        for (String call : CALLS) {
            for (Kind kind : Kind.values()) {
                strike(kind, call);
            }
        }
    }

    private static void strike(Kind kind, String call) throws Exception {
        try (var wire = new FaultyWire(URI.create(desk.sandbox.info().instanceUrl()))) {
            String where = kind + " at " + call;
            ProposalSummary proposal = desk.nextProposal();
            int seen = desk.log().size();
            String[] parts = call.split(" ", 2);
            wire.arm(kind, parts[0], parts[1]);

            CommitRun run = commit(proposal, wire);

            assertThat(wire.armed()).as(where + " has struck").isFalse();
            assertThat(run.state()).as(where + ": " + run.problem()).isEqualTo(RunState.FINISHED);
            assertThat(desk.bench.shown.get(desk.bench.org, proposal.id()).state())
                    .as(where)
                    .isEqualTo(ProposalState.COMMITTED);
            assertThat(Anomalies.of(desk, proposal.id(), seen)).as(where).isEqualTo(Anomalies.NONE);
        }
    }

    private static CommitRun commit(ProposalSummary proposal, FaultyWire wire) {
        var signIn = new SignIn.AccessToken(desk.sandbox.info().accessToken());
        SalesforceOrg org = SalesforceOrg.connect(
                SalesforceSettings.of(wire.address(), signIn).withPace(QUICK), Clock.systemUTC());
        CommitService process = desk.process();
        String fingerprint = Objects.requireNonNull(proposal.fingerprint());
        CommitRun run = process.start(
                desk.bench.org,
                proposal.id(),
                proposal.version(),
                fingerprint,
                ADMIN,
                desk.bench.policy,
                desk.org.reader());
        var connection = new OrgConnection(org.reader(), org.writer(), org.serialWriter());
        return process.run(desk.bench.org, run.id(), connection, desk.bench.policy, Progress.NONE);
    }
}
