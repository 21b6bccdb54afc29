package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.sandbox.fault.FaultKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault the practice org knows, at every call of a commit that it can strike. Whatever the first commit could not
 * do, it does not claim; a second one, once the fault is over, does it.
 */
class OrgFaultTest {
    private static final int ACCOUNTS = 24;
    private static final String START = "PATCH */jobs/ingest/*";
    private static final String LOOK = "GET */jobs/ingest/*";
    private static final String RESULTS = "GET */failedResults*";
    private static final String READ = "POST */composite/sobjects/Account";

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
    void every_fault_of_the_org_ends_in_the_right_state() {
        var struck = new ArrayList<String>();
        for (FaultKind kind : FaultKind.values()) {
            for (String call : calls(kind)) {
                strike(kind, call);
                struck.add(kind + " " + call);
            }
        }
        assertThat(struck).hasSizeGreaterThan(30);
    }

    /** Where in a commit the fault can strike. */
    private static List<String> calls(FaultKind kind) {
        return switch (kind) {
            case WRONG_COUNT -> List.of();
            case STALL, SLOW -> List.of(LOOK);
            case REORDERED -> List.of(RESULTS, "GET */successfulResults*");
            case EXPIRED_RESULTS -> List.of(LOOK, RESULTS);
            case JOB_FAILED, JOB_ABORTED, JOB_STUCK, LOCK_ROWS, REJECT_ROWS -> List.of(START);
            default -> List.of(START, LOOK, RESULTS, READ);
        };
    }

    private static void strike(FaultKind kind, String call) {
        String where = kind + " at " + call;
        ProposalSummary proposal = desk.nextProposal();
        int seen = desk.logged();
        desk.arm("{\"kind\":\"" + kind.label() + "\",\"match\":\"" + call + "\",\"count\":1,\"params\":"
                + "{\"rows\":5,\"seconds\":1,\"code\":\"FIELD_CUSTOM_VALIDATION_EXCEPTION\",\"message\":\"No\"}}");

        desk.commit(proposal);
        assertThat(Anomalies.of(desk, proposal.id(), seen)).as(where).isEqualTo(Anomalies.NONE);
        desk.disarm();
        if (desk.state(proposal) != ProposalState.COMMITTED) {
            desk.commit(proposal);
        }

        assertThat(desk.state(proposal)).as(where).isEqualTo(ProposalState.COMMITTED);
        assertThat(Anomalies.of(desk, proposal.id(), seen))
                .as(where + ", in the end")
                .isEqualTo(Anomalies.NONE);
    }
}
