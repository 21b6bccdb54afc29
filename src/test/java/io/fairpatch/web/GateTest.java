package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in, who may do what, and what is refused before any page sees it. */
class GateTest {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]{64})\"");
    private static final Pattern PROVIDER = Pattern.compile("href=\"(/sign-in/provider[^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static PaperServer server;

    @BeforeAll
    static void open() {
        server = new PaperServer();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** Columns: method and path, then the status for nobody, viewer, rep, admin and ops. Deny is the default. */
    @ParameterizedTest
    @CsvSource({
        "GET /health,                            200, 200, 200, 200, 200",
        "GET /api/v1/openapi.yml,                200, 200, 200, 200, 200",
        "GET /api/v1/proposals,                  401, 200, 403, 200, 200",
        "GET /api/v1/proposals/ID,               401, 200, 403, 200, 200",
        "GET /api/v1/proposals/ID/lines,         401, 200, 403, 200, 200",
        "GET /api/v1/jobs,                       401, 200, 200, 200, 200",
        "POST /api/v1/proposals/ID/decisions,    401, 403, 403, 403, 428",
        "POST /api/v1/proposals/ID/stamps,       401, 403, 403, 403, 428",
        "POST /api/v1/proposals/ID/submit,       401, 403, 403, 428, 428",
        "POST /api/v1/proposals/ID/approve,      401, 403, 403, 403, 428",
        "POST /api/v1/proposals/ID/withdraw,     401, 403, 403, 428, 428",
        "GET /api/v1/proposals/ID/commits,       401, 200, 403, 200, 200",
        "POST /api/v1/proposals/ID/commits,      401, 403, 403, 400, 400",
        "POST /api/v1/proposals/ID/undo,         401, 403, 403, 409, 409",
        "POST /api/v1/commits/none/stop,         401, 403, 403, 400, 400",
        "GET /api/v1/audit,                      401, 403, 403, 200, 200",
        "GET /api/v1/audit/check,                401, 403, 403, 200, 200",
        "GET /api/v1/audit/export,               401, 403, 403, 200, 200",
        "GET /proposals,                         303, 200, 403, 200, 200",
        "GET /territories,                       303, 200, 403, 200, 200",
        "GET /commits,                           303, 200, 403, 200, 200",
        "GET /nothing,                           303, 404, 404, 404, 404",
        "GET /api/v1/nothing,                    401, 404, 404, 404, 404",
    })
    void role_by_endpoint(String call, int nobody, int viewer, int rep, int admin, int ops) {
        assertThat(status(call, null)).as("nobody").isEqualTo(nobody);
        assertThat(status(call, "vera")).as("viewer").isEqualTo(viewer);
        assertThat(status(call, "rita")).as("rep").isEqualTo(rep);
        assertThat(status(call, "anton")).as("admin").isEqualTo(admin);
        assertThat(status(call, "olga")).as("ops").isEqualTo(ops);
    }

    /** Columns: a path, and all that the client accepts. */
    @ParameterizedTest
    @CsvSource({
        "/sign-in, text/html",
        "/proposals, 'text/html, application/xhtml+xml'",
        "/accounts/export?format=csv, text/csv",
        "/assets/any/mark.svg, image/svg+xml",
        "/api/v1/openapi.yml, application/yaml",
        "/api/v1/proposals, application/hal+json",
    })
    void who_accepts_one_kind_only_is_not_sent_away(String path, String kind) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.uri(path))
                .timeout(PATIENCE)
                .header("Accept", kind)
                .header("Cookie", new Visitor(server, "olga").cookie());
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void a_nul_in_an_address_is_refused_in_words() throws IOException, InterruptedException {
        var olga = new Visitor(server, "olga");
        for (String path : List.of("/accounts?text=a%00b", "/proposals?text=%00", "/accounts/%00")) {
            var answer = olga.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("NUL");
        }
    }

    /** Browsers send them as they were typed; who is signed in must not be sent to the door. */
    @Test
    void an_address_with_signs_that_should_be_encoded_is_read() throws IOException, InterruptedException {
        String cookie = new Visitor(server, "olga").cookie();
        try (var socket = new Socket(server.uri("/").getHost(), server.uri("/").getPort())) {
            String request =
                    "GET /proposals/" + server.proposal() + "?text=50%|{x} HTTP/1.1\r\nHost: localhost\r\nCookie: "
                            + cookie + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains(" 200 ", "50%|{x}");
        }
    }

    @Test
    void a_nul_in_what_is_typed_is_refused_in_words() throws IOException, InterruptedException {
        String comments = "/proposals/" + server.proposal() + "/comments";

        var answer = new Visitor(server, "olga").post(comments, Map.of("text", "a\0b"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("NUL");
    }

    /** It would say that the run is under way when that is over. */
    @Test
    void a_run_that_is_started_is_told_of_by_its_page_alone() throws IOException, InterruptedException {
        var answer = new Visitor(server, "olga").post("/runs", Map.of("kind", "SCORE"));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/runs/");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_form_without_the_sessions_token_or_from_another_site_changes_nothing() {
        HttpClient browser = signedIn("olga");
        String page = send(browser, get("/proposals/" + server.proposal())).body();
        String token = csrf(page);

        assertThat(send(browser, form("/proposals/" + server.proposal() + "/submit", "revision=1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(
                                browser,
                                form(
                                        "/proposals/" + server.proposal() + "/submit",
                                        "revision=1&csrf=" + "0".repeat(64)))
                        .statusCode())
                .isEqualTo(403);
        var foreign = HttpRequest.newBuilder(server.uri("/proposals/" + server.proposal() + "/submit"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("revision=1&csrf=" + token))
                .build();
        assertThat(send(browser, foreign).statusCode()).isEqualTo(403);
        assertThat(send(browser, get("/proposals/" + server.proposal())).body()).contains("Submit for review");
    }

    @Test
    void every_answer_carries_a_policy_without_unsafe_parts_and_pages_hold_no_inline_code() {
        var door = send(HttpClient.newHttpClient(), get("/sign-in"));
        var page = send(signedIn("olga"), get("/proposals/" + server.proposal()));

        assertThat(door.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.body()).doesNotContain(" style=", "<style", " onclick=", "hx-on", "javascript:");
    }

    @Test
    void what_lacks_to_reach_the_org_is_said_in_our_words() {
        var answer = send(signedIn("anton"), get("/org/connect"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("FP2000", "No org is configured").doesNotContain("wrong on our side");
    }

    @Test
    void the_session_cookie_is_out_of_reach_for_scripts_and_other_sites() {
        var answer =
                send(HttpClient.newHttpClient(), form("/sign-in", "name=olga&password=" + server.password("olga")));

        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("fairpatch_session=")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/"));
    }

    @Test
    void nobody_is_sent_to_another_site_after_signing_in() {
        for (String target : new String[] {"https://evil.example/", "//evil.example", "/\\evil.example"}) {
            var answer = send(
                    HttpClient.newHttpClient(),
                    form(
                            "/sign-in",
                            "name=olga&password=" + server.password("olga") + "&returnTo="
                                    + URLEncoder.encode(target, StandardCharsets.UTF_8)));
            assertThat(answer.headers().firstValue("Location")).hasValue("/");
        }
    }

    /** A link that a colleague sent leads to its page, by whichever way one signs in. */
    @Test
    void who_signs_in_by_a_provider_comes_to_the_page_asked_for() throws IOException, GeneralSecurityException {
        try (var provider = new PaperProvider("olga")) {
            server.part(PaperOrg.class).vouchedBy(provider.provider());

            assertThat(cameBack(provider, "/proposals/" + server.proposal() + "?decision=UNDECIDED&text=%C3%A9"))
                    .isEqualTo("/proposals/" + server.proposal() + "?decision=UNDECIDED&text=%C3%A9");
            for (String target : List.of(
                    "https://evil.example/", "//evil.example", "/\\evil.example", "/{", "/" + "x".repeat(4000))) {
                assertThat(cameBack(provider, target)).as(target).isEqualTo("/");
            }
        } finally {
            server.part(PaperOrg.class).vouchedBy(null);
        }
    }

    /** What a browser sends as its ticket is its own word, so that nobody can put another site there. */
    @Test
    void a_refusal_by_the_provider_keeps_the_page_asked_for_and_no_other_site() {
        for (var kept : Map.of("/accounts?tier=1", "/accounts?tier=1", "https://evil.example/", "/")
                .entrySet()) {
            String path = Base64.getUrlEncoder().encodeToString(kept.getKey().getBytes(StandardCharsets.UTF_8));
            var request = HttpRequest.newBuilder(server.uri("/sign-in/callback?error=access_denied"))
                    .header("Cookie", "fp_ticket=a.b.c." + path)
                    .build();
            var answer = send(HttpClient.newHttpClient(), request);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("name=\"returnTo\" value=\"" + kept.getValue() + "\"");
        }
    }

    /** Where somebody lands who asked for a page, was sent to the door, and took the provider's button there. */
    private static String cameBack(PaperProvider provider, String asked) {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String door = send(browser, get("/sign-in?returnTo=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)))
                .body();
        var button = PROVIDER.matcher(door);
        assertThat(button.find()).isTrue();
        String page = location(send(browser, get(button.group(1))));
        return location(send(browser, get(provider.yes(page))));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    @Test
    void a_search_that_is_too_long_is_told_so() throws IOException, InterruptedException {
        var answer = new Visitor(server, "olga").get("/accounts?text=" + "x".repeat(101));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("101 characters", "100").doesNotContain("not understood");
    }

    @Test
    void a_failure_tells_its_code_and_no_inner_workings() {
        var answer = send(HttpClient.newHttpClient(), api("GET /api/v1/jobs/not-a-uuid", "olga"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"FP6101\"").doesNotContain("UUID", "Exception", "io.micronaut");
    }

    @Test
    void a_refusal_stands_though_the_page_before_has_an_address_that_browsers_alone_allow() {
        var request = HttpRequest.newBuilder(server.uri("/proposals/none"))
                .header("Authorization", "Bearer " + server.token("olga"))
                .header("Referer", server.uri("/proposals") + "?text=a|b")
                .build();

        assertThat(send(HttpClient.newHttpClient(), request).statusCode()).isEqualTo(404);
    }

    @Test
    void a_form_with_a_file_that_is_none_is_refused() {
        var request = HttpRequest.newBuilder(server.uri("/org/import/file"))
                .header("Authorization", "Bearer " + server.token("olga"))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString("a=b&".repeat(1_000)))
                .build();

        assertThat(send(HttpClient.newHttpClient(), request).statusCode()).isEqualTo(400);
    }

    @Test
    void a_request_larger_than_any_of_ours_is_refused() {
        var answer = send(HttpClient.newHttpClient(), form("/sign-in", "name=" + "x".repeat(1_100_000)));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private static int status(String call, @Nullable String name) {
        return send(HttpClient.newHttpClient(), api(call, name)).statusCode();
    }

    private static HttpRequest api(String call, @Nullable String name) {
        String[] parts = call.strip().split(" ");
        String path = parts[1].replace("ID", server.proposal());
        var request =
                HttpRequest.newBuilder(server.uri(path)).timeout(PATIENCE).header("Content-Type", "application/json");
        if (name != null) {
            request.header("Authorization", "Bearer " + server.token(name));
        }
        String body = "{\"decision\":\"APPROVED\",\"accounts\":[\"001000000000001AAA\"]}";
        var content = parts[0].equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body);
        return request.method(parts[0], content).build();
    }

    private static HttpClient signedIn(String name) {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        send(browser, form("/sign-in", "name=" + name + "&password=" + server.password(name)));
        return browser;
    }

    private static HttpRequest get(String path) {
        return HttpRequest.newBuilder(server.uri(path)).timeout(PATIENCE).build();
    }

    private static HttpRequest form(String path, String fields) {
        return HttpRequest.newBuilder(server.uri(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
    }

    private static String csrf(String page) {
        var matcher = CSRF.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return Promised.kept(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
