package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.commit.FaultyWire.Kind;
import io.fairpatch.config.SamplePolicy;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A wire that breaks in ten ways at every call of the other ways to write: owners by SOAP, one by one, the serial last
 * resort, and teams and territories. A commit that could not be made claims nothing; a second one makes it.
 */
@Tag("long")
class SideWireTest {
    private static final int ACCOUNTS = 24;

    @TempDir
    private Path folder;

    @Test
    void owners_by_soap_with_teams_and_territories() throws Exception {
        try (var linked = new LinkedDesk(folder, ACCOUNTS, org -> SamplePolicy.of(org)
                .territories()
                .teams()
                .ownersWith("TransferOwnedOpenOpportunities")
                .make())) {
            everyKind(
                    linked,
                    List.of(
                            "POST .*/services/Soap/u/.*",
                            "POST .*/jobs/query/?",
                            "GET .*/jobs/query/[^/]+",
                            "GET .*/jobs/query/[^/]+/results.*",
                            "POST .*/composite/sobjects",
                            "DELETE .*/composite/sobjects.*"),
                    "");
        }
    }

    @Test
    void owners_one_by_one() throws Exception {
        try (var linked = new LinkedDesk(
                folder, ACCOUNTS, org -> SamplePolicy.of(org).strictOwners().make())) {
            everyKind(linked, List.of("GET .*/sobjects/Account/001.*", "PATCH .*/sobjects/Account/001.*"), "");
        }
    }

    @Test
    void rows_that_stay_locked_until_they_go_one_batch_at_a_time() throws Exception {
        String locks =
                "{\"kind\":\"lock-rows\",\"match\":\"PATCH */jobs/ingest/*\",\"count\":3," + "\"params\":{\"rows\":4}}";
        try (var linked =
                new LinkedDesk(folder, ACCOUNTS, org -> SamplePolicy.of(org).make())) {
            everyKind(
                    linked,
                    List.of(
                            "POST .*/services/async/[^/]+/job/?",
                            "POST .*/services/async/[^/]+/job/[^/]+/batch/?",
                            "POST .*/services/async/[^/]+/job/[^/]+/?",
                            "GET .*/services/async/[^/]+/job/[^/]+/?",
                            "GET .*/services/async/[^/]+/job/[^/]+/batch/?",
                            "GET .*/services/async/[^/]+/job/[^/]+/batch/[^/]+/request/?",
                            "GET .*/services/async/[^/]+/job/[^/]+/batch/[^/]+/result/?"),
                    locks);
        }
    }

    private static void everyKind(LinkedDesk linked, List<String> calls, String fault) throws Exception {
        for (String call : calls) {
            for (Kind kind : Kind.values()) {
                if (!fault.isEmpty()) {
                    linked.desk.disarm();
                    linked.desk.arm(fault);
                }
                strike(linked, kind, call);
            }
        }
    }

    private static void strike(LinkedDesk linked, Kind kind, String call) throws Exception {
        SandboxDesk desk = linked.desk;
        try (var wire = new FaultyWire(URI.create(desk.sandbox.info().instanceUrl()))) {
            String where = kind + " at " + call;
            ProposalSummary proposal = desk.nextProposal();
            int seen = desk.logged();
            String[] parts = call.split(" ", 2);
            wire.arm(kind, parts[0], parts[1]);

            WireCommit.of(desk, desk.bench.process(), proposal, wire);

            assertThat(wire.armed()).as(where + " has struck").isFalse();
            assertThat(Anomalies.of(desk, proposal.id(), seen)).as(where).isEqualTo(Anomalies.NONE);
            if (state(desk, proposal) != ProposalState.COMMITTED) {
                WireCommit.of(desk, desk.bench.process(), proposal, wire);
            }
            assertThat(state(desk, proposal)).as(where).isEqualTo(ProposalState.COMMITTED);
            assertThat(Anomalies.of(desk, proposal.id(), seen))
                    .as(where + ", in the end")
                    .isEqualTo(Anomalies.NONE);
            if (desk.bench.policy.associates()) {
                linked.assertInStep(where);
            }
        }
    }

    private static ProposalState state(SandboxDesk desk, ProposalSummary proposal) {
        return desk.bench.shown.get(desk.bench.org, proposal.id()).state();
    }
}
