package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.error.ErrorCode;
import org.junit.jupiter.api.Test;

/** An account that we wrote without ever getting a receipt, and that somebody changed before we could look. */
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
        var undo = new UndoService(
                bench.jdbi,
                bench.clock,
                bench.audit,
                ConfigLoader.shipped(ConfigPart.MAPPING),
                ConfigLoader.shipped(ConfigPart.COVERAGE));

        UndoLook look = undo.look(bench.org, bench.approved.id(), bench.policy, org);

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
}
