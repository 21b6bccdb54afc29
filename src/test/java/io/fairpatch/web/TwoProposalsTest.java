package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.access.PersonStore;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalService;
import io.fairpatch.review.ProposalState;
import io.fairpatch.web.view.Show;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A second proposal while the first is under way, and what it says once the first is written. */
@Tag("H2")
class TwoProposalsTest {
    @Test
    @Timeout(60)
    void once_one_is_written_nothing_speaks_of_the_time_before() throws IOException, InterruptedException {
        try (var server = new PaperServer()) {
            var olga = new Visitor(server, "olga");
            String first = "/proposals/" + server.proposal();
            String second = "/proposals/" + again(server);
            olga.post(first + "/submit", Map.of());
            int moves = server.part(ProposalQueries.class)
                    .get(PaperOrg.ID, server.proposal())
                    .moves()
                    .total();
            assertThat(olga.get("/").body()).contains(2 * moves + " moves of 2 proposals wait for a decision");
            assertThat(olga.get(second).body()).doesNotContain("was written after this one was made");

            write(server, first);

            var balance = server.part(ProposalQueries.class)
                    .get(PaperOrg.ID, server.proposal())
                    .balance();
            assertThat(olga.get("/territories").body())
                    .contains("The fullest book holds " + Show.ratio(balance.spreadAfter()) + " the emptiest")
                    .contains("it held " + Show.ratio(balance.spreadBefore()));
            assertThat(olga.get(second).body())
                    .contains("Proposal " + server.proposal() + " was written after this one was made");
            assertThat(olga.get(first).body()).doesNotContain("was written after this one was made");
        }
    }

    private static String again(PaperServer server) {
        var olga = server.part(PersonStore.class).find(PaperOrg.ID, "olga").orElseThrow();
        var proposals = server.part(ProposalService.class);
        var made = proposals.create(new PaperPlan().draft(PaperPlan.policy()), olga);
        return proposals.submit(PaperOrg.ID, made.id(), made.revision(), olga).id();
    }

    private static void write(PaperServer server, String path) throws IOException, InterruptedException {
        var aida = new Visitor(server, "aida");
        aida.post(path + "/decisions", Map.of("act", "approve-all", "query", ""));
        aida.post(path + "/stamps", Map.of("act", "approve", "query", ""));
        aida.post(path + "/approve", Map.of());
        var queries = server.part(ProposalQueries.class);
        var approved = queries.get(PaperOrg.ID, server.proposal());
        new Visitor(server, "otto")
                .post(
                        path + "/commit",
                        Map.of(
                                "version",
                                String.valueOf(approved.version()),
                                "fingerprint",
                                String.valueOf(approved.fingerprint())));
        var jobs = server.part(Jobs.class);
        jobs.await(jobs.recent(PaperOrg.ID.value(), 1).get(0).id(), view -> {});
        assertThat(queries.get(PaperOrg.ID, server.proposal()).state()).isEqualTo(ProposalState.COMMITTED);
    }
}
