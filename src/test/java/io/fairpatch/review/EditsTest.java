package io.fairpatch.review;

import static io.fairpatch.review.SampleProposal.ANA;
import static io.fairpatch.review.SampleProposal.APPROVER;
import static io.fairpatch.review.SampleProposal.APPROVER_TOO;
import static io.fairpatch.review.SampleProposal.BEN;
import static io.fairpatch.review.SampleProposal.OPS;
import static io.fairpatch.review.SampleProposal.OPS_TOO;
import static io.fairpatch.review.SampleProposal.ORG;
import static io.fairpatch.review.SampleProposal.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.DecidingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Targets changed by hand, versions, and pins. */
@Tag("H5")
class EditsTest extends ReviewOfItsOwn {
    private final Edits edits = new Edits(
            jdbi,
            clock,
            audit,
            ConfigLoader.shipped(ConfigPart.MAPPING),
            policy,
            ConfigLoader.shipped(ConfigPart.COVERAGE),
            queries);

    @Test
    void a_trial_shows_what_it_does_and_leaves_the_proposal_as_it_is() {
        var proposal = decided();

        var trial = edits.tryOut(ORG, proposal.id(), new Edit(account(1), BEN.id(), "Ben knows them"), OPS_TOO);

        assertThat(trial.edits()).hasSize(1);
        assertThat(trial.proposal()).isEqualTo(proposal.balance());
        assertThat(trial.books()).hasSize(2);
        long moved = queries.books(ORG, proposal.id()).get(0).book().after().potentialCents()
                - trial.books().get(0).book().after().potentialCents();
        assertThat(moved).isEqualTo(100_001);
        assertThat(queries.get(ORG, proposal.id()).version()).isEqualTo(1);
        assertThat(edits.tryOut(ORG, proposal.id(), new Edit(account(1), ANA.id(), "no, back"), OPS_TOO)
                        .edits())
                .isEmpty();
    }

    @Test
    void another_first_day_is_what_will_be_written_and_keeps_every_decision() {
        var proposal = decided();
        String dateField = ConfigLoader.shipped(ConfigPart.MAPPING).written().getOrDefault("assignedDate", "");

        var next = edits.effective(ORG, proposal.id(), proposal.revision(), LocalDate.of(2026, 4, 1), OPS_TOO);

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.state()).isEqualTo(ProposalState.DRAFT);
        assertThat(next.moves()).isEqualTo(proposal.moves());
        assertThat(next.balance()).isEqualTo(proposal.balance());
        assertThat(next.extras().effective()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(queries.line(ORG, next.id(), account(1)).after().get(dateField))
                .isEqualTo("2026-04-01");
        assertThatThrownBy(() -> edits.effective(ORG, next.id(), next.revision(), LocalDate.of(2026, 3, 1), OPS_TOO))
                .hasMessageContaining("must lie between today and a year from now");
    }

    @Test
    void saving_keeps_decisions_on_untouched_lines_and_drops_the_others_with_a_note() {
        var proposal = decided();
        edits.tryOut(ORG, proposal.id(), new Edit(account(1), BEN.id(), "Ben knows them"), OPS_TOO);
        edits.tryOut(ORG, proposal.id(), new Edit(account(3), ANA.id(), "Ana closes this month"), OPS_TOO);

        var next = edits.save(ORG, proposal.id(), proposal.revision(), OPS_TOO);

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.state()).isEqualTo(ProposalState.DRAFT);
        assertThat(next.moves().total()).isEqualTo(3);
        assertThat(next.moves().approved()).isEqualTo(2);
        var given = queries.line(ORG, next.id(), account(1));
        assertThat(given.line().kind()).isEqualTo(LineKind.MOVE);
        assertThat(given.line().decision()).isEqualTo(Decision.UNDECIDED);
        assertThat(given.line().extras().dropped()).contains("approved by ada no longer counts");
        assertThat(given.after().values())
                .containsEntry("Territory__c", "South")
                .containsEntry("Territory_Rep__c", BEN.id().value())
                .containsEntry("Territory_Commit__c", "P260302-1.v2");
        var stays = queries.line(ORG, next.id(), account(3)).line();
        assertThat(stays.kind()).isEqualTo(LineKind.STAMP);
        var untouched = queries.line(ORG, next.id(), account(6));
        assertThat(untouched.line().decision()).isEqualTo(Decision.APPROVED);
        assertThat(untouched.after().get("Territory_Commit__c")).isEqualTo("P260302-1.v2");
    }

    @Test
    @Tag("H1")
    void who_edited_can_not_approve_and_after_the_commit_begins_nobody_edits() {
        var proposal = decided();
        edits.tryOut(ORG, proposal.id(), new Edit(account(1), BEN.id(), "Ben knows them"), APPROVER);
        var next = edits.save(ORG, proposal.id(), proposal.revision(), APPROVER);
        var review = service.submit(ORG, next.id(), next.revision(), OPS_TOO);

        refused(
                ErrorCode.FOUR_EYES,
                () -> service.decide(
                        ORG,
                        review.id(),
                        review.revision(),
                        Selection.of(account(1)),
                        Decision.APPROVED,
                        null,
                        APPROVER));
        var last = service.decide(
                ORG, review.id(), review.revision(), Selection.of(account(1)), Decision.APPROVED, null, APPROVER_TOO);
        refused(
                ErrorCode.FOUR_EYES,
                () -> service.approve(ORG, review.id(), last.proposal().revision(), APPROVER));
        var approved = service.approve(ORG, review.id(), last.proposal().revision(), APPROVER_TOO);
        assertThat(approved.state()).isEqualTo(ProposalState.APPROVED);
        jdbi.useHandle(h -> h.execute("UPDATE proposal SET state = 'COMMITTING'"));
        refused(
                ErrorCode.PROPOSAL_STATE,
                () -> edits.tryOut(ORG, proposal.id(), new Edit(account(4), BEN.id(), "late"), OPS_TOO));
    }

    @Test
    @Tag("I8")
    void an_edit_that_passes_a_threshold_asks_for_one_more_person_and_can_make_it_a_redesign() {
        var usual = DecidingConfig.USUAL;
        var strict = new DecidingConfig(usual.routine(), 0.4, 5, new DecidingConfig.Thresholds(3, null, null));
        var careful = new WritePolicyConfig(
                policy.version(),
                policy.writes(),
                policy.orgId(),
                policy.fields(),
                List.of(),
                false,
                false,
                1,
                200,
                strict,
                null,
                null,
                null);
        var review = new ProposalService(jdbi, clock, audit, careful);
        var proposal = review.create(SampleProposal.draft(9, careful), OPS);
        assertThat(proposal.approvalsNeeded()).isEqualTo(1);
        assertThat(proposal.extras().redesign()).isFalse();
        var hand = new Edits(
                jdbi,
                clock,
                audit,
                ConfigLoader.shipped(ConfigPart.MAPPING),
                careful,
                ConfigLoader.shipped(ConfigPart.COVERAGE),
                queries);
        hand.tryOut(ORG, proposal.id(), new Edit(account(1), BEN.id(), "Ben knows them"), OPS_TOO);

        var next = hand.save(ORG, proposal.id(), proposal.revision(), OPS_TOO);

        assertThat(next.approvalsNeeded()).isEqualTo(2);
        assertThat(next.extras().redesign()).isTrue();
        assertThat(queries.moves(ORG, next.id()).values())
                .extracting(line -> line.extras().change())
                .containsOnly(ChangeKind.REDESIGN);
    }

    @Test
    @Tag("D18")
    void a_pin_declines_the_move_and_holds_until_its_day() {
        var pins = new Pins(jdbi, clock, audit, service);
        var proposal = inReview();
        var until = LocalDate.of(2026, 6, 30);

        var done = pins.pin(
                ORG, proposal.id(), proposal.revision(), Selection.of(account(3)), until, "Renewal in May", APPROVER);

        assertThat(done.changed()).isEqualTo(1);
        assertThat(pins.list(ORG)).extracting(Pin::rep).containsExactly(ANA.id());
        assertThat(pins.accounts(ORG)).containsExactly(account(3));
        var later = Clock.fixed(Instant.parse("2026-07-01T09:00:00Z"), ZoneOffset.UTC);
        assertThat(new Pins(jdbi, later, audit, service).accounts(ORG)).isEmpty();
        refused(
                ErrorCode.REQUEST_INVALID,
                () -> pins.pin(
                        ORG,
                        proposal.id(),
                        done.proposal().revision(),
                        Selection.of(account(6)),
                        LocalDate.of(2026, 3, 2),
                        "x",
                        APPROVER));
    }

    @Test
    void a_deferred_move_is_decided_but_not_written() {
        var proposal = inReview();
        var done = service.decide(
                ORG, proposal.id(), proposal.revision(), Selection.of(account(3)), Decision.DEFERRED, null, APPROVER);

        assertThat(done.proposal().moves().deferred()).isEqualTo(1);
        assertThat(done.proposal().moves().undecided()).isEqualTo(2);
        assertThat(done.proposal().moves().approved()).isZero();
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FairpatchException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
