package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.access.PersonStore;
import io.fairpatch.jobs.KeptPlan;
import io.fairpatch.plan.MoveWhy;
import io.fairpatch.plan.Plan;
import io.fairpatch.plan.PlannedMove;
import io.fairpatch.review.ProposalDraft;
import io.fairpatch.review.ProposalService;
import io.fairpatch.review.ProposalSummary;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A proposal that was made of a plan goes on with what the plan knows. */
class MoveWhyTest {
    private static final String STAYS = "Stays if two visits a year were enough.";

    private static PaperServer server;
    private static ProposalSummary proposal;
    private static PlannedMove move;

    @BeforeAll
    static void open() {
        server = new PaperServer();
        var draft = new PaperPlan().draft(PaperPlan.policy());
        var kept = explained(draft.plan());
        move = kept.moves().get(0);
        long plan = KeptPlan.of(server.part(ApplicationContext.class), PaperOrg.ID, draft.input(), kept);
        // a later plan that gives the same account to the same rep has reasons of its own, here none
        KeptPlan.of(server.part(ApplicationContext.class), PaperOrg.ID, draft.input(), draft.plan());
        proposal = propose(draft, plan);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void the_panel_of_a_move_says_what_would_keep_the_account() throws IOException, InterruptedException {
        var part = new Visitor(server, "olga").get("/proposals/" + proposal.id() + "/moves/" + move.account() + "/why");

        assertThat(part.body()).contains("Why this rep and no other", STAYS);
    }

    @Test
    void a_notice_that_names_a_proposal_leads_to_it() throws IOException, InterruptedException {
        String said = "bad\nPlan 1 is proposed already: " + proposal.id() + " is in review";
        String notice = Base64.getUrlEncoder().withoutPadding().encodeToString(said.getBytes(StandardCharsets.UTF_8));

        var page = new Visitor(server, "olga").get("/sessions", "fairpatch_notice=" + notice);

        assertThat(page.body())
                .contains("Plan 1 is proposed already: <a href=\"/proposals/" + proposal.id() + "\">" + proposal.id()
                        + "</a> is in review");
    }

    private static Plan explained(Plan plan) {
        return new Plan(
                plan.status(),
                plan.rep(),
                plan.moves().stream().map(MoveWhyTest::explained).toList(),
                plan.books(),
                plan.costCents(),
                plan.boundCents(),
                plan.gap(),
                plan.why(),
                plan.steps());
    }

    private static PlannedMove explained(PlannedMove move) {
        var receives = new MoveWhy.Effect(move.to(), 1_000_00, 2_000_00, 4_000_00, 600, 1200);
        return new PlannedMove(
                move.account(),
                move.from(),
                move.to(),
                move.headline(),
                move.crmReason(),
                move.reasons(),
                move.worth(),
                move.mainRule(),
                new MoveWhy(null, List.of(), STAYS, null, receives, List.of()));
    }

    private static ProposalSummary propose(ProposalDraft draft, long plan) {
        var olga = server.part(PersonStore.class).find(PaperOrg.ID, "olga").orElseThrow();
        return server.part(ProposalService.class).createOnce(UUID.randomUUID(), plan, draft, olga);
    }
}
