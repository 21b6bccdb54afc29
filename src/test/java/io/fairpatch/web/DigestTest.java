package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fairpatch.access.PersonStore;
import io.fairpatch.jobs.AuditTrail;
import io.fairpatch.jobs.DigestRounds;
import io.fairpatch.jobs.WebhookCourier;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.digest.Digests;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people are told outside of the pages: shown first, signed, once, and never of another rep. */
@Tag("H16")
class DigestTest {
    private static final String SECRET = "canary-webhook-41";

    /** What a receiver got. */
    private record Got(String signature, String body) {}

    @Test
    void it_is_previewed_signed_told_once_and_of_nobody_else() throws Exception {
        List<Got> got = Collections.synchronizedList(new ArrayList<>());
        int[] answer = {500};
        HttpServer receiver = receiver(got, answer);
        try (var server = new PaperServer()) {
            var olga = new Visitor(server, "olga");
            olga.post("/proposals/" + server.proposal() + "/submit", Map.of());
            var rounds = new DigestRounds(
                    server.part(Digests.class), List.of(courier(receiver)), server.part(AuditTrail.class));
            var ops = server.part(PersonStore.class).find(PaperOrg.ID, "olga").orElseThrow();
            String preview = olga.get("/digests").body();
            assertThat(preview).contains("to Mona Manager", "wait for your word", "Nothing is sent until");
            assertThat(got).isEmpty();

            assertThat(rounds.send(PaperOrg.ID, ops).failed())
                    .as("a receiver that fails")
                    .isPositive();
            commit(server);
            answer[0] = 204;
            got.clear();
            rounds.send(PaperOrg.ID, ops);
            int told = got.size();
            List<String> toRita = bodies(got, "rita");
            assertThat(toRita).hasSize(1);
            got.clear();
            rounds.send(PaperOrg.ID, ops);

            assertThat(bodies(got, "rita")).as("told once").isEmpty();
            assertThat(told).isPositive();
            others(server).forEach(figure -> assertThat(toRita.get(0)).doesNotContain(figure));
            assertThat(olga.get("/digests").body()).doesNotContain(SECRET);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void the_signature_is_that_of_the_body_and_nothing_is_sent_as_shipped() throws Exception {
        List<Got> got = Collections.synchronizedList(new ArrayList<>());
        HttpServer receiver = receiver(got, new int[] {200});
        try (var server = new PaperServer()) {
            var olga = new Visitor(server, "olga");
            olga.post("/proposals/" + server.proposal() + "/submit", Map.of());
            var ops = server.part(PersonStore.class).find(PaperOrg.ID, "olga").orElseThrow();
            new DigestRounds(server.part(Digests.class), List.of(courier(receiver)), server.part(AuditTrail.class))
                    .send(PaperOrg.ID, ops);

            Got first = got.get(0);
            String at = first.signature().substring(2, first.signature().indexOf(','));
            assertThat(first.signature()).isEqualTo("t=" + at + ",v1=" + hmac(at + "." + first.body()));
            var shipped = server.part(DigestRounds.class);
            assertThat(shipped.open()).isFalse();
            assertThatThrownBy(() -> shipped.send(PaperOrg.ID, ops))
                    .hasMessageContaining("No webhook or mail server is set");
        } finally {
            receiver.stop(0);
        }
    }

    /** What is another rep's own: the territory and the figures of the book. */
    private static List<String> others(PaperServer server) {
        return server.part(ProposalQueries.class).books(PaperOrg.ID, server.proposal()).stream()
                .filter(view -> !view.book().rep().equals(PaperPlan.FIRST_REP))
                .flatMap(view -> List.of(
                        view.book().territory() + " has",
                        String.format(Locale.ROOT, "%,d", view.book().after().potentialCents() / 100))
                        .stream())
                .toList();
    }

    private static void commit(PaperServer server) {
        server.part(Jdbi.class)
                .useHandle(h -> h.execute("UPDATE proposal SET state = 'COMMITTED', revision = revision + 1"));
    }

    private static List<String> bodies(List<Got> got, String person) {
        return got.stream()
                .map(Got::body)
                .filter(body -> body.contains("\"person\":\"" + person + "\""))
                .toList();
    }

    private static WebhookCourier courier(HttpServer receiver) {
        var place = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
        return new WebhookCourier(() -> Optional.of(new WebhookCourier.Target(place, SECRET)), Clock.systemUTC());
    }

    private static HttpServer receiver(List<Got> got, int[] answer) throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receiver.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            got.add(new Got(exchange.getRequestHeaders().getFirst("Fairpatch-Signature"), body));
            exchange.sendResponseHeaders(answer[0], -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
