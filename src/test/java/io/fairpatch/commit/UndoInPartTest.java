package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.ADMIN;
import static io.fairpatch.review.SampleProposal.APPROVER;
import static io.fairpatch.review.SampleProposal.OPS;
import static io.fairpatch.review.SampleProposal.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.SampleProposal;
import io.fairpatch.review.Selection;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An undo of which a part stays for now: reviewers keep it, or somebody changed it meanwhile. */
class UndoInPartTest {
    private static final int ACCOUNTS = 12;

    private final CommitBench bench = new CommitBench(ACCOUNTS);
    private final MemoryOrg org = MemoryOrg.withAccounts(ACCOUNTS);

    @Test
    void what_was_kept_is_not_pending_and_can_be_taken_back_by_another_undo() {
        bench.commit(org);
        var kept = SalesforceId.of(account(3).value());

        var first = propose();
        var decided = bench.proposals.decide(
                bench.org,
                first.id(),
                first.revision(),
                Selection.of(List.of(kept)),
                Decision.DEFERRED,
                null,
                APPROVER);
        var approved = bench.approveUndecided(decided.proposal());
        var pending = new PendingWrites(bench.jdbi);
        assertThat(pending.of(approved))
                .extracting(PendingWrite::account)
                .hasSize(ACCOUNTS - 1)
                .doesNotContain(kept);
        commit(approved);

        assertThat(pending.of(approved)).isEmpty();
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        var rest = propose();
        assertThat(rest.moves().total()).isEqualTo(1);
        assertThat(rest.stamps().total()).isZero();
        commit(bench.approveUndecided(rest));
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.UNDONE);
    }

    @Test
    void what_changed_before_an_undo_was_written_can_be_taken_back_by_another() {
        bench.commit(org);
        var first = bench.approveUndecided(propose());
        org.record(account(3).value()).put("OwnerId", SampleProposal.BOSS.value());
        commit(first);

        assertThat(bench.proposal().state())
                .as("account 3 holds what was committed")
                .isEqualTo(ProposalState.COMMITTED);
        commit(bench.approveUndecided(propose()));
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.UNDONE);
    }

    @Test
    void an_undo_of_which_nothing_could_be_written_is_in_no_other_ones_way() {
        bench.commit(org);
        var first = bench.approveUndecided(propose());
        for (int i = 0; i < ACCOUNTS; i++) {
            org.record(account(i).value()).put("OwnerId", SampleProposal.BOSS.value());
        }
        commit(first);

        commit(bench.approveUndecided(propose()));

        assertThat(bench.proposal().state()).isEqualTo(ProposalState.UNDONE);
    }

    private ProposalSummary propose() {
        return new UndoService(
                        bench.jdbi,
                        bench.clock,
                        bench.audit,
                        ConfigLoader.shipped(ConfigPart.MAPPING),
                        ConfigLoader.shipped(ConfigPart.COVERAGE))
                .propose(bench.org, bench.approved.id(), OPS, bench.policy, org);
    }

    private void commit(ProposalSummary approved) {
        var process = bench.process();
        var run = process.start(
                bench.org,
                approved.id(),
                approved.version(),
                Objects.requireNonNull(approved.fingerprint()),
                ADMIN,
                bench.policy,
                org);
        process.run(bench.org, run.id(), org.connection(), bench.policy, Progress.NONE);
    }
}
