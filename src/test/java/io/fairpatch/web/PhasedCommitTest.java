package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change parted on the page: the second phase is approved and written, and the first stays a draft. */
@Tag("H15")
class PhasedCommitTest {
    private static final String REP = "Territory_Rep__c";

    @Test
    void a_phase_is_written_alone() throws IOException, InterruptedException {
        try (var server = new PaperServer()) {
            String first = "/proposals/" + server.proposal();
            var olga = new Visitor(server, "olga");
            var whole = get(server, server.proposal());
            var answer = olga.post(
                    first + "/phases",
                    Map.of(
                            "revision",
                            String.valueOf(whole.revision()),
                            "order",
                            "LOW_GROWTH",
                            "phases",
                            "2",
                            "every",
                            "30"));
            assertThat(answer.statusCode()).isEqualTo(303);
            JsonNode phases = phases(server);
            assertThat(phases.size()).isEqualTo(2);
            String later = phases.get(1).at("/proposal").asText();
            assertThat(olga.get(first).body())
                    .contains("1, this one", "/proposals/" + later, "all met after the last phase");
            assertThat(olga.get("/proposals/" + later).body())
                    .contains("No account that stays gets anything")
                    .doesNotContain("0 accounts stay");

            commit(server, later);

            Set<SalesforceId> waiting = moves(server, server.proposal());
            Set<SalesforceId> written = moves(server, later);
            assertThat(waiting.size() + written.size()).isEqualTo(whole.moves().total());
            assertThat(reps(server, written)).hasSize(written.size());
            assertThat(reps(server, waiting)).isEmpty();
            assertThat(get(server, server.proposal()).state()).isEqualTo(ProposalState.DRAFT);

            String left = "declined, put off or not written. Books, map and reps' pages of this phase count ";
            assertThat(olga.get("/proposals/" + later).body()).doesNotContain("declined, put off or not written");
            act(server, olga, server.proposal(), "/submit", Map.of());
            var no = Map.of("act", "decline-all", "note", "Not now", "query", "");
            act(server, new Visitor(server, "aida"), server.proposal(), "/decisions", no);
            assertThat(olga.get("/proposals/" + later).body()).contains(left);
            assertThat(olga.get(first).body()).doesNotContain("declined, put off or not written");
        }
    }

    private static void commit(PaperServer server, String id) throws IOException, InterruptedException {
        String path = "/proposals/" + id;
        var aida = new Visitor(server, "aida");
        act(server, new Visitor(server, "olga"), id, "/submit", Map.of());
        act(server, aida, id, "/decisions", Map.of("act", "approve-all", "query", ""));
        act(server, aida, id, "/approve", Map.of());
        var approved = get(server, id);
        new Visitor(server, "otto")
                .post(path + "/commit", Map.of("version", "1", "fingerprint", String.valueOf(approved.fingerprint())));
        ProposalState state;
        do {
            state = get(server, id).state();
            assertThat(state).isIn(ProposalState.APPROVED, ProposalState.COMMITTING, ProposalState.COMMITTED);
        } while (state != ProposalState.COMMITTED);
    }

    private static void act(PaperServer server, Visitor who, String id, String what, Map<String, String> fields)
            throws IOException, InterruptedException {
        var all = new HashMap<>(fields);
        all.put("revision", String.valueOf(get(server, id).revision()));
        assertThat(who.send("/proposals/" + id + what, Visitor.form(who.signed(all)))
                        .statusCode())
                .isEqualTo(303);
    }

    private static ProposalSummary get(PaperServer server, String id) {
        return server.part(ProposalQueries.class).get(PaperOrg.ID, id);
    }

    private static Set<SalesforceId> moves(PaperServer server, String id) {
        return server.part(ProposalQueries.class).moves(PaperOrg.ID, id).keySet();
    }

    /** What the org holds of these accounts in the field of the rep. */
    private static List<String> reps(PaperServer server, Set<SalesforceId> accounts) {
        return server
                .part(PaperOrg.class)
                .read("Account", accounts.stream().map(SalesforceId::value).toList(), List.of(REP))
                .stream()
                .filter(account -> account.values().containsKey(REP))
                .map(account -> String.valueOf(account.values().get(REP)))
                .toList();
    }

    private static JsonNode phases(PaperServer server) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.uri("/api/v1/proposals/" + server.proposal() + "/phases"))
                                .header("Authorization", "Bearer " + server.token("vera"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).at("/items");
    }
}
