package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.commit.FaultyWire.Kind;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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
            int seen = desk.logged();
            String[] parts = call.split(" ", 2);
            wire.arm(kind, parts[0], parts[1]);

            CommitRun run = WireCommit.of(desk, desk.process(), proposal, wire);

            assertThat(wire.armed()).as(where + " has struck").isFalse();
            assertThat(run.state()).as(where + ": " + run.problem()).isEqualTo(RunState.FINISHED);
            assertThat(desk.bench.shown.get(desk.bench.org, proposal.id()).state())
                    .as(where)
                    .isEqualTo(ProposalState.COMMITTED);
            assertThat(Anomalies.of(desk, proposal.id(), seen)).as(where).isEqualTo(Anomalies.NONE);
        }
    }
}
