package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.review.ProposalState;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts that we wrote and that hold something else when we look: changed by somebody, or by a flow of the org. */
class UndoDoubtTest {
    private static final int ACCOUNTS = 60;

    private final CommitBench bench = new CommitBench(ACCOUNTS);
    private final MemoryOrg org = MemoryOrg.withAccounts(ACCOUNTS);

    @Test
    void what_is_ours_of_it_can_be_undone_and_what_is_theirs_stays() {
        String id = account(3).value();
        org.after = (call, number) -> {
            if (call.equals("complete")) {
                throw MemoryOrg.fault(ErrorCode.ORG_ANSWER_LOST);
            }
            if (call.equals("status") && org.record(id).containsKey("Territory__c")) {
                org.record(id).put("Territory__c", "Theirs");
            }
        };
        bench.commit(org);
        org.after = (call, number) -> {};
        assertThat(bench.outcome().moves().drifted()).isEqualTo(1);

        UndoLook look = look();

        assertThat(look.lines())
                .filteredOn(line -> line.account().equals(account(3)))
                .singleElement()
                .satisfies(line -> assertThat(line.after().values())
                        .containsKey("Territory_Rep__c")
                        .doesNotContainKey("Territory__c"));
        assertThat(look.stays())
                .filteredOn(stays -> stays.account().equals(account(3)))
                .extracting(UndoLook.Stays::field)
                .containsExactly("Territory__c");
    }

    @Test
    void what_a_flow_changed_in_every_row_that_we_wrote_is_ours_all_the_same() {
        flowOn(org.records.keySet());

        CommitRun run = bench.commit(org);

        assertThat(bench.outcome().mismatches()).isEqualTo(ACCOUNTS);
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.PARTLY_COMMITTED);
        assertThat(new CommitQueries(bench.jdbi).causes(bench.org, run.id()))
                .singleElement()
                .satisfies(cause -> assertThat(cause.code()).isEqualTo("ALTERED"))
                .satisfies(cause -> assertThat(cause.example()).contains("took the write"));
        assertThat(look().lines()).hasSize(ACCOUNTS).allSatisfy(line -> assertThat(
                        line.after().values())
                .containsKey("Territory_Rep__c")
                .doesNotContainKey("Territory_Tier__c"));
    }

    @Test
    void what_was_written_and_changed_can_be_undone_after_a_retry_too() {
        flowOn(Set.of(account(3).value()));
        org.refusing.add(account(6).value());
        bench.commit(org);
        org.refusing.clear();

        bench.commit(org);

        assertThat(bench.outcome().moves().drifted()).isEqualTo(1);
        assertThat(look().lines())
                .hasSize(ACCOUNTS)
                .extracting(line -> line.account())
                .contains(account(3));
    }

    /** A flow that sets the tier of these accounts to a word of its own whenever they are written. */
    private void flowOn(Set<String> accounts) {
        org.after = (call, number) -> {
            if (call.equals("status")) {
                accounts.stream()
                        .map(org::record)
                        .filter(record -> record.containsKey("Territory__c"))
                        .forEach(record -> record.put("Territory_Tier__c", "Gold"));
            }
        };
    }

    private UndoLook look() {
        var undo = new UndoService(
                bench.jdbi,
                bench.clock,
                bench.audit,
                ConfigLoader.shipped(ConfigPart.MAPPING),
                ConfigLoader.shipped(ConfigPart.COVERAGE));
        return undo.look(bench.org, bench.approved.id(), bench.policy, org);
    }
}
