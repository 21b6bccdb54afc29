package io.fairpatch.review;

import static io.fairpatch.review.SampleProposal.ADMIN;
import static io.fairpatch.review.SampleProposal.ANA;
import static io.fairpatch.review.SampleProposal.APPROVER;
import static io.fairpatch.review.SampleProposal.APPROVER_TOO;
import static io.fairpatch.review.SampleProposal.BEN;
import static io.fairpatch.review.SampleProposal.BOSS;
import static io.fairpatch.review.SampleProposal.OPS;
import static io.fairpatch.review.SampleProposal.ORG;
import static io.fairpatch.review.SampleProposal.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.access.Person;
import io.fairpatch.access.Role;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.store.AuditLog;
import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProposalServiceTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());
    private final AuditLog audit = new AuditLog(jdbi, clock);
    private final ProposalService service = new ProposalService(jdbi, clock, audit, SampleProposal.policy(1, 200));
    private final ProposalQueries queries = new ProposalQueries(jdbi, ConfigLoader.shipped(ConfigPart.COVERAGE));

    @Test
    @Tag("H2")
    void a_plan_becomes_moves_and_stamps_with_what_will_be_written_and_why() {
        var proposal = service.create(SampleProposal.draft(30, SampleProposal.policy(1, 200)), OPS);

        assertThat(proposal.id()).isEqualTo("P260302-1");
        assertThat(proposal.moves().total()).isEqualTo(10);
        assertThat(proposal.stamps().total()).isEqualTo(20);
        assertThat(proposal.impact())
                .isEqualTo("10 of 30 accounts move; the largest book goes from 200 % to 133 % of its target.");
        assertThat(proposal.balance().spreadBefore()).isEqualTo(999.99);
        assertThat(proposal.balance().spreadAfter()).isEqualTo(2.0);

        var move = queries.line(ORG, proposal.id(), account(3));
        assertThat(move.reasons()).extracting("points").containsExactly(103.0);
        var giver = Objects.requireNonNull(move.giver());
        assertThat(giver.moveAloneCents()).isEqualTo(giver.beforeCents() - 100_003);
        assertThat(move.receiver()).extracting("moveAloneCents").isEqualTo(100_003L);
        assertThat(move.after().values())
                .containsEntry("Territory__c", "South")
                .containsEntry("Territory_Rep__c", BEN.id().value())
                .containsEntry("Territory_Assigned_Date__c", "2026-03-02")
                .containsEntry("Territory_Score__c", "62.5")
                .containsEntry("Territory_Tier__c", "2")
                .containsEntry("Territory_Reason__c", "Now in South, which had room for it.")
                .containsEntry("Territory_Commit__c", "P260302-1.v1");
        var stamp = queries.line(ORG, proposal.id(), account(4));
        assertThat(stamp.crmReason()).isEqualTo("Tier 2, score 62.5: Right size. Some intent.");
        assertThat(stamp.after().get("Territory_Rep__c")).isEqualTo(ANA.id().value());
    }

    @Test
    void what_a_filter_shows_is_what_it_decides_page_by_page() {
        var proposal = inReview(200, 1);
        var filter = new LineFilter(BEN.id(), "South", "balance", LineKind.MOVE, null, "account 1", 100_005L, null);

        var shown = new ArrayList<ProposalLine>();
        @Nullable String cursor = "0";
        while (cursor != null) {
            var page = queries.lines(
                    ORG,
                    proposal.id(),
                    filter,
                    new LineSort(LineSort.Key.POTENTIAL, true),
                    PageRequest.after(cursor, 7));
            shown.addAll(page.lines());
            cursor = page.cursor();
        }
        var decided = service.decide(
                ORG, proposal.id(), proposal.revision(), Selection.matching(filter), Decision.APPROVED, null, APPROVER);

        assertThat(shown)
                .hasSizeGreaterThan(10)
                .isSortedAccordingTo((a, b) -> Long.compare(b.potentialCents(), a.potentialCents()));
        assertThat(shown).allMatch(line -> line.accountName().contains("Account 1"));
        assertThat(decided.changed()).isEqualTo(shown.size());
        var approved = LineFilter.ALL.decided(Decision.APPROVED);
        assertThat(queries.lines(ORG, proposal.id(), approved, LineSort.WORTH_FIRST, new PageRequest(0, 500))
                        .lines())
                .extracting(ProposalLine::account)
                .containsExactlyInAnyOrderElementsOf(
                        shown.stream().map(ProposalLine::account).toList());
    }

    @Test
    @Tag("H1")
    void the_author_never_counts_and_others_count_once_for_what_they_saw() {
        var proposal = decided(inReview(9, 2), Decision.APPROVED);

        refused(ErrorCode.FOUR_EYES, () -> service.approve(ORG, proposal.id(), proposal.revision(), OPS));
        refused(ErrorCode.ACCESS_RIGHTS, () -> service.approve(ORG, proposal.id(), proposal.revision(), ADMIN));
        var once = service.approve(ORG, proposal.id(), proposal.revision(), APPROVER);
        var again = service.approve(ORG, once.id(), once.revision(), APPROVER);
        assertThat(again.state()).isEqualTo(ProposalState.IN_REVIEW);

        var changed = service.decide(
                        ORG, again.id(), again.revision(), Selection.of(account(3)), Decision.DECLINED, "Not yet", OPS)
                .proposal();
        assertThat(changed.approvedBy()).isEmpty();
        var first = service.approve(ORG, changed.id(), changed.revision(), APPROVER);
        var second = service.approve(ORG, first.id(), first.revision(), APPROVER_TOO);

        assertThat(second.state()).isEqualTo(ProposalState.APPROVED);
        assertThat(second.fingerprint()).hasSize(64);
        assertThat(second.approvedBy()).containsExactly("abe", "ada");
        assertThat(audit.about(ORG, second.id())).extracting("action").contains("proposal.decide", "proposal.approve");
        refused(
                ErrorCode.PROPOSAL_STATE,
                () -> service.decide(
                        ORG,
                        second.id(),
                        second.revision(),
                        Selection.of(account(3)),
                        Decision.UNDECIDED,
                        null,
                        ADMIN));
    }

    @Test
    void a_change_on_an_outdated_view_is_refused() {
        var proposal = inReview(3, 1);
        service.decideStamps(ORG, proposal.id(), proposal.revision(), Decision.APPROVED, null, APPROVER);

        refused(
                ErrorCode.PROPOSAL_STALE,
                () -> service.decideStamps(ORG, proposal.id(), proposal.revision(), Decision.DECLINED, "No", APPROVER));
    }

    @Test
    void nothing_is_approved_while_lines_are_undecided_and_a_decline_says_why() {
        var proposal = inReview(9, 1);

        refused(ErrorCode.PROPOSAL_STATE, () -> service.approve(ORG, proposal.id(), proposal.revision(), APPROVER));
        assertThatThrownBy(() -> decide(proposal, Decision.DECLINED, " ", APPROVER))
                .hasMessageContaining("must give a reason");
        refused(ErrorCode.FOUR_EYES, () -> decide(proposal, Decision.APPROVED, null, OPS));
    }

    @Test
    @Tag("H4")
    void a_manager_decides_on_the_own_team_only() {
        var boss = new Person(ORG, "bo", "Bo", Set.of(Role.MANAGER), BOSS, true);
        var other = new Person(ORG, "jo", "Jo", Set.of(Role.MANAGER), account(1), true);
        var proposal = inReview(9, 1);

        var none = decide(proposal, Decision.APPROVED, null, other);
        var all = decide(none.proposal(), Decision.APPROVED, null, boss);

        assertThat(none.changed()).isZero();
        assertThat(all.changed()).isEqualTo(3);
        refused(
                ErrorCode.ACCESS_RIGHTS,
                () -> service.decideStamps(
                        ORG, proposal.id(), all.proposal().revision(), Decision.APPROVED, null, boss));
    }

    @Test
    void ten_thousand_lines_are_paged_and_counted_by_reason() {
        var proposal = inReview(10_000, 1);
        var filter = new LineFilter(null, null, null, null, null, "9", null, null);

        var page = queries.lines(ORG, proposal.id(), filter, LineSort.WORTH_FIRST, new PageRequest(3_000, 50));

        assertThat(page.lines()).hasSize(50);
        assertThat(queries.rules(queries.get(ORG, proposal.id())))
                .containsExactly(
                        new ProposalQueries.RuleCount("balance", 1_667, 1_667),
                        new ProposalQueries.RuleCount("travel", 1_667, 1_667));
    }

    private ProposalSummary inReview(int accounts, int approvals) {
        var draft = service.create(SampleProposal.draft(accounts, SampleProposal.policy(approvals, 200)), OPS);
        return service.submit(ORG, draft.id(), draft.revision(), OPS);
    }

    private ProposalSummary decided(ProposalSummary proposal, Decision decision) {
        var moves = decide(proposal, decision, null, APPROVER).proposal();
        return service.decideStamps(ORG, moves.id(), moves.revision(), decision, null, APPROVER)
                .proposal();
    }

    private ProposalService.Decided decide(
            ProposalSummary proposal, Decision decision, @Nullable String reason, Person person) {
        return service.decide(
                ORG, proposal.id(), proposal.revision(), Selection.matching(LineFilter.ALL), decision, reason, person);
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FairpatchException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
