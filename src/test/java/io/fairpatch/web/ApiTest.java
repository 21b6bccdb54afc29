package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The promises of the API: revisions, repeated calls, cursors, its own description. */
class ApiTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private PaperServer server;
    private String olga;

    @BeforeEach
    void open() {
        server = new PaperServer();
        olga = server.token("olga");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_change_needs_the_revision_that_was_seen() throws IOException, InterruptedException {
        String submit = "/proposals/" + server.proposal() + "/submit";
        String etag = etag();

        assertThat(post(submit, "", Map.of()).statusCode()).isEqualTo(428);
        assertThat(post(submit, "", Map.of("If-Match", "\"999\"")).statusCode()).isEqualTo(412);
        var done = post(submit, "", Map.of("If-Match", etag));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.headers().firstValue("ETag")).hasValue(etag()).isNotEqualTo(etag);
        assertThat(post(submit, "", Map.of("If-Match", etag)).statusCode()).isEqualTo(412);
    }

    @Test
    void all_that_can_be_read_is_as_the_description_says() throws IOException, InterruptedException {
        new PaperScores(server);
        post("/jobs", "{\"kind\":\"score\"}", Map.of());
        String move = read(get("/proposals/" + server.proposal() + "/lines?limit=1"))
                .at("/items/0/account")
                .asText();
        var told = new ArrayList<String>();
        for (String path : Promised.gets()) {
            String known = path.substring("/api/v1".length())
                    .replace("/proposals/{id}", "/proposals/" + server.proposal())
                    .replace("/jobs/{id}", "/jobs/" + first("/jobs"))
                    .replace("/lines/{account}", "/lines/" + move)
                    .replace("{account}", PaperScores.CUSTOMER.value())
                    .replace("{name}", "balance");
            if (!known.contains("{") && !known.endsWith("/events")) {
                told.add(get(known).statusCode() + " " + known);
            }
        }

        assertThat(told).hasSizeGreaterThan(35);
        assertThat(told)
                .filteredOn(each -> !each.startsWith("200 "))
                .containsExactlyInAnyOrder(
                        "409 /proposals/" + server.proposal() + "/undo", "400 /reports/balance/rows");
    }

    @Test
    void the_progress_of_a_run_comes_as_events_and_ends_with_the_run() throws IOException, InterruptedException {
        post("/jobs", "{\"kind\":\"score\"}", Map.of());
        var events = request("/jobs/" + first("/jobs") + "/events").timeout(Duration.ofSeconds(30));

        var answer = client.send(events.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        var told = answer.body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()))
                .toList();
        assertThat(json.readTree(told.get(told.size() - 1)).at("/state").asText())
                .isIn("DONE", "FAILED");
    }

    private String first(String list) throws IOException, InterruptedException {
        return read(get(list)).at("/items/0/id").asText();
    }

    @Test
    void a_nul_is_refused_in_words() throws IOException, InterruptedException {
        String comments = "/proposals/" + server.proposal() + "/comments";

        var answer = post(comments, "{\"text\":\"a\\u0000b\"}", Map.of("Idempotency-Key", "nul"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(read(answer).at("/code").asText()).isEqualTo("FP6101");
    }

    @Test
    void the_same_key_and_body_get_the_same_answer_and_another_body_is_refused()
            throws IOException, InterruptedException {
        post("/proposals/" + server.proposal() + "/submit", "", Map.of("If-Match", etag()));
        String decisions = "/proposals/" + server.proposal() + "/decisions";
        var headers = Map.of("If-Match", etag(), "Idempotency-Key", "k1");
        String body = "{\"filter\":{\"rule\":\"travel\"},\"decision\":\"APPROVED\"}";

        var first = post(decisions, body, headers);
        var again = post(decisions, body, headers);
        var other = post(decisions, body.replace("travel", "balance"), headers);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(read(first).at("/moves/approved").asInt()).isPositive();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(read(other).at("/code").asText()).isEqualTo("FP6103");
    }

    @Test
    void a_hundred_repeats_at_once_have_one_effect_and_one_answer() throws Exception {
        post("/proposals/" + server.proposal() + "/submit", "", Map.of("If-Match", etag()));
        String comments = "/proposals/" + server.proposal() + "/comments";
        var pool = Executors.newFixedThreadPool(20);
        try {
            var calls = new ArrayList<Future<String>>();
            for (int i = 0; i < 100; i++) {
                calls.add(pool.submit(() -> {
                    HttpResponse<String> answer;
                    do {
                        answer = post(comments, "{\"text\":\"once\"}", Map.of("Idempotency-Key", "hundred"));
                    } while (answer.statusCode() == 409);
                    return answer.statusCode() + answer.body();
                }));
            }
            var answers = new HashSet<String>();
            for (Future<String> call : calls) {
                answers.add(call.get());
            }
            assertThat(answers).hasSize(1).first().asString().startsWith("201");
            assertThat(read(get(comments)).at("/total").asInt()).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @Tag("H14")
    void four_kinds_of_action_are_asked_for_and_someone_else_agrees() throws IOException, InterruptedException {
        String actions = "/proposals/" + server.proposal() + "/actions";
        post("/proposals/" + server.proposal() + "/submit", "", Map.of("If-Match", etag()));
        for (String kind : List.of("CAPACITY", "SUPPORT", "ROLE")) {
            var added = post(
                    actions,
                    "{\"kind\":\"" + kind + "\",\"rep\":\"" + PaperPlan.FIRST_REP.value()
                            + "\",\"sentence\":\"From April on\"}",
                    Map.of());
            assertThat(added.statusCode()).isEqualTo(201);
        }
        assertThat(read(get(actions)).at("/total").asInt()).isEqualTo(3);
        assertThat(read(get("/proposals/" + server.proposal() + "/lines?limit=1"))
                        .at("/items/0/kind")
                        .asText())
                .as("the fourth kind is the move itself")
                .isEqualTo("MOVE");
        var own = post(actions + "/1", "{\"decision\":\"APPROVED\"}", Map.of());
        assertThat(read(own).at("/code").asText()).as("who added it").isEqualTo("FP6013");
        assertThat(post(actions + "/1", "{\"decision\":\"DECLINED\"}", Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void views_and_the_map_are_there_for_programs_too() throws IOException, InterruptedException {
        post("/views", "{\"name\":\"mine\",\"query\":\"rule=travel\"}", Map.of());
        assertThat(read(get("/views")).at("/items/0/query").asText()).isEqualTo("rule=travel");
        assertThat(read(post("/views", "{\"name\":\"mine\"}", Map.of()))
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(get("/proposals/" + server.proposal() + "/map").statusCode()).isEqualTo(200);
    }

    @Test
    void a_target_is_tried_out_and_saved_as_the_next_version() throws IOException, InterruptedException {
        String edits = "/proposals/" + server.proposal() + "/edits";
        var line =
                read(get("/proposals/" + server.proposal() + "/lines?limit=1")).at("/items/0");
        String body = "{\"account\":\"" + line.at("/account").asText() + "\",\"to\":\"" + PaperPlan.FIRST_REP.value()
                + "\",\"note\":\"They know each other\"}";

        var tried = read(post(edits, body, Map.of()));
        var saved = post(edits + "/save", "", Map.of("If-Match", etag()));

        assertThat(tried.at("/edits")).hasSize(1);
        assertThat(read(saved).at("/version").asInt()).isEqualTo(2);
        assertThat(read(get(edits)).at("/edits")).isEmpty();
        assertThat(get("/timeline?limit=2").statusCode()).isEqualTo(200);
        assertThat(read(get("/pins")).at("/total").asInt()).isZero();
    }

    @Test
    void cursors_lead_through_every_line_once() throws IOException, InterruptedException {
        Set<String> seen = new HashSet<>();
        String cursor = "";
        int total;
        do {
            var page = read(get("/proposals/" + server.proposal() + "/lines?kind=STAMP&limit=100" + cursor));
            page.at("/items")
                    .forEach(line ->
                            assertThat(seen.add(line.at("/account").asText())).isTrue());
            total = page.at("/total").asInt();
            assertThat(page.has("next")).isTrue();
            cursor = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asText();
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(total).hasSizeGreaterThan(200);
        assertThat(get("/proposals/" + server.proposal() + "/lines?limit=501").statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_description_names_every_path() throws IOException, InterruptedException {
        String description = get("/openapi.yml").body();

        assertThat(description)
                .contains("openapi: 3.1", "/api/v1/proposals/{id}/decisions", "/api/v1/jobs/{id}/events")
                .doesNotContain("/sign-in");
    }

    private String etag() throws IOException, InterruptedException {
        return get("/proposals/" + server.proposal())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        return json.readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return Promised.kept(client.send(request(path).build(), HttpResponse.BodyHandlers.ofString()));
    }

    private HttpResponse<String> post(String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return Promised.kept(client.send(
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.uri("/api/v1" + path)).header("Authorization", "Bearer " + olga);
    }
}
