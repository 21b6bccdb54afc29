package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.ADMIN;
import static io.fairpatch.review.SampleProposal.ANA;
import static io.fairpatch.review.SampleProposal.APPROVER;
import static io.fairpatch.review.SampleProposal.BEN;
import static io.fairpatch.review.SampleProposal.OPS;
import static io.fairpatch.review.SampleProposal.ORG;
import static io.fairpatch.review.SampleProposal.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Role;
import io.fairpatch.config.SamplePolicy;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.DriftReport;
import io.fairpatch.review.Guidance;
import io.fairpatch.review.OwnBook;
import io.fairpatch.review.OwnBooks;
import io.fairpatch.review.PageRequest;
import io.fairpatch.review.Pictures;
import io.fairpatch.review.ProposalLine;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.RepLetter;
import io.fairpatch.review.SampleProposal;
import io.fairpatch.review.Unwritten;
import io.fairpatch.review.digest.Digest;
import io.fairpatch.review.digest.Digests;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommitServiceTest {
    private static final int ACCOUNTS = 301;
    private static final int MOVES = 101;

    private final CommitBench bench = new CommitBench(ACCOUNTS);
    private final MemoryOrg org = MemoryOrg.withAccounts(ACCOUNTS);

    @Test
    @Tag("H7")
    void what_was_approved_is_in_the_org_and_nothing_else() {
        var run = bench.commit(org);

        assertThat(run.state()).isEqualTo(RunState.FINISHED);
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        var counts = bench.outcome();
        assertThat(counts.moves()).isEqualTo(new CommitCounts.Fates(MOVES, MOVES, 0, 0, 0, 0, 0));
        assertThat(counts.stamps().committed()).isEqualTo(ACCOUNTS - MOVES);
        assertThat(counts.mismatches()).isZero();
        assertThat(org.record(account(3).value()))
                .containsEntry("Territory_Rep__c", BEN.id().value())
                .containsEntry("Territory_Commit__c", "P260302-1.v1")
                .containsEntry("OwnerId", ANA.id().value());
        assertThat(org.log).hasSize(ACCOUNTS * 7).doesNotHaveDuplicates();
        assertThat(bench.audit.verify(ORG)).isEmpty();
    }

    @Test
    void a_job_that_does_not_get_on_is_told_while_it_is_waited_for_and_given_up_at_last() {
        org.stuck = true;
        org.after = (call, number) -> org.stuck &= !call.equals("abort");
        var told = new ArrayList<String>();
        var progress = new Progress() {
            @Override
            public void stage(String sentence) {
                told.add(bench.clock.now + " " + sentence);
            }

            @Override
            public void at(long done, long total) {}

            @Override
            public boolean stopRequested() {
                return false;
            }
        };
        var run = bench.start(org);

        bench.process().run(bench.org, run.id(), org.connection(), bench.policy, progress);

        assertThat(told)
                .filteredOn(line -> line.contains("whose job 7500 does not get on; it is aborted after 110 minutes"))
                .first()
                .asString()
                .startsWith("2026-03-02T09:02:");
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
    }

    @Test
    void rows_that_drifted_before_the_guard_are_left_alone_and_say_how() {
        org.record(account(3).value()).put("OwnerId", BEN.id().value());
        org.record(account(3).value()).put("LastModifiedById", "005000000000007AAA");
        org.records.remove(account(6).value());

        bench.commit(org);

        assertThat(bench.outcome().moves().drifted()).isEqualTo(2);
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.PARTLY_COMMITTED);
        assertThat(org.record(account(3).value())).doesNotContainKey("Territory__c");
        var drifted = receipts(IntentState.DRIFTED);
        assertThat(drifted.get(0).drift())
                .containsExactly(new DriftReport.Change(
                        "OwnerId", ANA.id().value(), BEN.id().value()));
        assertThat(drifted.get(0).changedBy()).isEqualTo("005000000000007AAA");
        assertThat(drifted.get(1).code()).isEqualTo("RECORD_GONE");
    }

    @Test
    void a_change_between_guard_and_read_back_is_found_and_never_called_committed() {
        org.after = (call, number) -> {
            if (call.equals("complete")) {
                org.record(account(3).value()).put("Territory__c", "Elsewhere");
            }
        };

        bench.commit(org);

        assertThat(bench.outcome().moves().drifted()).isEqualTo(1);
        assertThat(bench.outcome().mismatches()).isEqualTo(1);
        assertThat(bench.outcome().verified()).isEqualTo(MOVES - 1);
    }

    @Test
    void refusals_are_reported_locks_are_tried_again_and_only_the_failed_are_retried() {
        org.refusing.add(account(3).value());
        org.locking.add(account(6).value());

        var first = bench.commit(org);

        assertThat(receipts(IntentState.REJECTED))
                .extracting(Receipt::code)
                .containsExactly("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        assertThat(bench.outcome().moves().committed()).isEqualTo(MOVES - 1);

        org.refusing.clear();
        var second = bench.commit(org);

        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(bench.queries.counts(ORG, second.id()).approved()).isEqualTo(1);
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        assertThat(org.log).hasSize(ACCOUNTS * 7).doesNotHaveDuplicates();
    }

    @Test
    @Tag("H2")
    void what_was_refused_or_had_changed_is_shown_where_it_is_until_a_retry_writes_it() {
        org.refusing.add(account(3).value());
        org.record(account(6).value()).put("OwnerId", SampleProposal.BOSS.value());
        org.after = (call, number) -> {
            if (call.equals("complete")) {
                org.record(account(9).value()).put("Territory_Rep__c", SampleProposal.BOSS.value());
                org.record(account(12).value()).put("Territory_Reason__c", "Somebody's own words");
            }
        };
        bench.commit(org);

        var left = bench.proposal();
        assertThat(left.moves().approved()).isEqualTo(MOVES);
        assertThat(left.moves().unwritten()).isEqualTo(3);
        assertThat(left.impact()).startsWith(MOVES - 3 + " of 301 accounts move;");
        assertThat(left.balance().spreadAfter())
                .isNotEqualTo(bench.approved.balance().spreadAfter());
        booksListWhatTheyCount(MOVES - 3);
        assertThat(book(BEN).stay())
                .isEqualTo(List.of(
                        new RepLetter.Stays("Account 9", true, Unwritten.DRIFTED),
                        new RepLetter.Stays("Account 6", true, Unwritten.DRIFTED),
                        new RepLetter.Stays("Account 3", true, Unwritten.REJECTED)));
        assertThat(book(ANA).stay()).extracting(RepLetter.Stays::comes).containsOnly(false);
        assertThat(book(ANA).go()).hasSize(MOVES - 3);
        var moves = bench.shown.moves(ORG, left.id());
        assertThat(moves.values())
                .filteredOn(move -> move.extras().unwritten() != null)
                .extracting(ProposalLine::account)
                .containsExactlyInAnyOrder(account(3), account(6), account(9));
        assertThat(new Pictures(bench.jdbi).sideEffects(left).moves()).isEqualTo(MOVES - 3);
        assertThat(new Touched(bench.jdbi).by(left).accounts())
                .as("what a retry would write")
                .isEqualTo(4);
        assertThat(letters()).singleElement().satisfies(letter -> assertThat(letter.lines())
                .contains("Account 3 was to come to you: the CRM refused it."));
        assertThat(letters()).as("told once").isEmpty();

        org.refusing.clear();
        org.after = (call, number) -> {};
        org.record(account(6).value()).put("OwnerId", ANA.id().value());
        bench.commit(org);

        assertThat(bench.proposal().moves().unwritten()).isEqualTo(1);
        booksListWhatTheyCount(MOVES - 1);
        assertThat(letters()).as("what came since").hasSize(1);
    }

    /** Of Ben, who reads them at once. */
    private List<Digest> letters() {
        var people = new PersonStore(bench.jdbi, new SecureRandom());
        people.save(new Person(ORG, "ben", "Ben Öz", Set.of(Role.REP), BEN.id(), false));
        var guidance = new Guidance(bench.jdbi, bench.clock);
        var digests = new Digests(people, bench.shown, new OwnBooks(bench.jdbi, bench.shown), guidance);
        List<Digest> now = digests.now(ORG);
        now.forEach(digests::told);
        return now;
    }

    private OwnBook book(Rep rep) {
        return new OwnBooks(bench.jdbi, bench.shown).of(ORG, rep.id()).orElseThrow();
    }

    private void booksListWhatTheyCount(int moved) {
        assertThat(book(BEN).accounts()).hasSize(moved).hasSize(book(BEN).load().accounts());
        assertThat(book(BEN).come()).hasSize(moved);
        assertThat(book(ANA).accounts())
                .hasSize(ACCOUNTS - moved)
                .hasSize(book(ANA).load().accounts());
    }

    @Test
    void a_lost_answer_is_resolved_by_asking_the_org_whether_it_started_or_not() {
        var lost = new AtomicInteger();
        MemoryOrg.Hook lose = (call, number) -> {
            if (call.equals("complete") && lost.incrementAndGet() <= 2) {
                throw MemoryOrg.fault(ErrorCode.ORG_ANSWER_LOST);
            }
        };
        org.after = lose;
        bench.commit(org);
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        assertThat(org.log).hasSize(ACCOUNTS * 7).doesNotHaveDuplicates();

        var other = new CommitBench(ACCOUNTS);
        var never = MemoryOrg.withAccounts(ACCOUNTS);
        lost.set(0);
        never.before = lose;
        other.commit(never);
        assertThat(other.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        assertThat(never.log).hasSize(ACCOUNTS * 7).doesNotHaveDuplicates();
    }

    /** As after the refresh of a sandbox, or a sign-in to a copy of the org: ids and values are the same. */
    @Test
    void where_another_org_comes_to_answer_in_mid_commit_it_is_not_written_to_and_proves_nothing() {
        org.after = (call, number) -> {
            if (call.equals("complete")) {
                org.id = SalesforceId.of("00D000000000009");
            }
        };

        var run = bench.commit(org);

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.problem()).contains("made for org " + ORG, "org 00D000000000009EAA answers");
        assertThat(org.log).hasSize(200 * 7);
        assertThat(bench.outcome().moves().committed()).isZero();

        org.after = (call, number) -> {};
        org.id = ORG;
        bench.commit(org);

        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        assertThat(org.log).hasSize(ACCOUNTS * 7).doesNotHaveDuplicates();
    }

    @Test
    void an_org_that_dies_leaves_what_is_in_doubt_unknown_until_a_retry_reads_it() {
        org.before = (call, number) -> {
            if (org.log.size() > 0) {
                throw MemoryOrg.fault(ErrorCode.ORG_UNREACHABLE);
            }
        };

        var run = bench.commit(org);

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.problem()).contains("The org failed on purpose");
        assertThat(bench.outcome().moves().unknown() + bench.outcome().stamps().unknown())
                .isEqualTo(200);
        assertThat(bench.outcome().moves().committed()).isZero();
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.FAILED);

        org.before = (call, number) -> {};
        bench.commit(org);

        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        assertThat(org.log).hasSize(ACCOUNTS * 7).doesNotHaveDuplicates();
    }

    @Test
    void a_stop_takes_effect_after_the_batch_and_every_intent_is_in_exactly_one_file() throws Exception {
        var run = bench.start(org);
        org.after = (call, number) -> {
            if (call.equals("complete")) {
                bench.process().requestStop(ORG, run.id(), ADMIN);
            }
        };

        var ended = bench.process().run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE);

        assertThat(ended.state()).isEqualTo(RunState.STOPPED);
        assertThat(bench.outcome().moves().cancelled()
                        + bench.outcome().stamps().cancelled())
                .isEqualTo(ACCOUNTS - 200);
        var success = new StringWriter();
        var error = new StringWriter();
        new ReceiptCsv(bench.jdbi).writeSuccess(ORG, run.id(), success);
        new ReceiptCsv(bench.jdbi).writeErrors(ORG, run.id(), error);
        assertThat(success.toString().lines()).hasSize(1 + 200);
        assertThat(error.toString().lines()).hasSize(1 + ACCOUNTS - 200);
        assertThat(List.of(success.toString().split("\n")).get(1))
                .contains("Account ")
                .contains("CONFIRMED");
    }

    @Test
    @Tag("I10")
    void nothing_is_written_unless_switch_org_version_fingerprint_and_people_are_right() {
        var off = policy(WritePolicyConfig.Switch.DISABLED, ORG.value(), 3);
        refused(ErrorCode.WRITES_DISABLED, () -> start(off, bench.fingerprint(), 1));
        var other = policy(WritePolicyConfig.Switch.ENABLED, "00D000000000002", 3);
        refused(ErrorCode.WRITES_DISABLED, () -> start(other, bench.fingerprint(), 1));
        var newer = policy(WritePolicyConfig.Switch.ENABLED, ORG.value(), 4);
        refused(ErrorCode.FINGERPRINT, () -> start(newer, bench.fingerprint(), 1));
        refused(ErrorCode.FINGERPRINT, () -> start(bench.policy, "0".repeat(64), 1));
        refused(ErrorCode.FINGERPRINT, () -> start(bench.policy, bench.fingerprint(), 2));
        refused(ErrorCode.ACCESS_RIGHTS, () -> bench.process()
                .start(ORG, bench.approved.id(), 1, bench.fingerprint(), APPROVER, bench.policy, org));
        refused(ErrorCode.FOUR_EYES, () -> bench.process()
                .start(ORG, bench.approved.id(), 1, bench.fingerprint(), OPS, bench.policy, org));
        bench.jdbi.useHandle(h -> h.execute(
                """
                UPDATE proposal_line SET after = jsonb_set(after, '{Territory__c}', '"Forged"')
                WHERE account_id = ?
                """,
                account(3).value()));
        refused(ErrorCode.FINGERPRINT, () -> start(bench.policy, bench.fingerprint(), 1));

        assertThat(org.log).isEmpty();
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.APPROVED);
    }

    private CommitRun start(WritePolicyConfig policy, String fingerprint, int version) {
        return bench.process().start(ORG, bench.approved.id(), version, fingerprint, ADMIN, policy, org);
    }

    private List<Receipt> receipts(IntentState state) {
        String run =
                bench.queries.latest(ORG, bench.approved.id()).orElseThrow().id();
        return bench.queries.receipts(ORG, run, state, new PageRequest(0, 500)).receipts();
    }

    private static WritePolicyConfig policy(WritePolicyConfig.Switch writes, String org, int version) {
        return SamplePolicy.of(ORG)
                .version(version)
                .writes(writes, org)
                .fields(List.of("rep"))
                .make();
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FairpatchException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
