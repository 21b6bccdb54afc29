package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.siegmar.fastcsv.reader.CsvReader;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.store.AuditLog;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What people type never becomes more than text: not a tag, a statement, a formula, a header or a line of a log. */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private PaperServer server;
    private Visitor olga;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        server = new PaperServer();
        olga = new Visitor(server, "olga");
        logged.start();
        root().addAppender(logged);
    }

    @AfterEach
    void close() {
        root().detachAppender(logged);
        server.close();
    }

    @Test
    void nothing_typed_into_any_field_becomes_more_than_text() throws IOException, InterruptedException {
        String proposal = "/proposals/" + server.proposal();
        String account = accountOf(proposal);
        olga.post(proposal + "/submit", Map.of());
        var texts = texts();
        for (String text : texts) {
            type(proposal, account, text);
        }
        var pages = List.of(
                proposal, proposal + "/moves/" + account, "/timeline", "/timeline/timeline.csv", "/", "/proposals");
        for (String page : pages) {
            var answer = olga.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            requireHarmless(page, answer.body());
        }
        assertThat(server.part(ProposalQueries.class).list(PaperOrg.ID)).hasSize(1);
        assertThat(server.part(AuditLog.class).verify(PaperOrg.ID)).isEmpty();
        assertThat(logged.list)
                .noneMatch(
                        event -> event.getFormattedMessage().lines().anyMatch(line -> line.startsWith("2026-01-01")));
        assertThat(olga.get(proposal + "/moves/" + account).body()).contains("&lt;script&gt;hit()&lt;/script&gt;");
    }

    @Test
    void a_browser_runs_nothing_of_it() throws IOException, InterruptedException {
        String proposal = "/proposals/" + server.proposal();
        String account = accountOf(proposal);
        for (String text : lines("html.txt")) {
            olga.post(proposal + "/comments", Map.of("text", text, "account", account));
            olga.post(proposal + "/comments", Map.of("text", text));
        }
        try (var browser = new Browser()) {
            var page = browser.open(1280, 900, true);
            page.addInitScript("window.hit = () => { window.wasHit = true; }");
            Browser.signIn(page, server, "olga");
            for (String path : List.of(proposal, proposal + "/moves/" + account)) {
                page.navigate(server.uri(path).toString());
                assertThat(page.evaluate("window.wasHit === true")).as(path).isEqualTo(false);
            }
            assertThat(Browser.violations(page)).isEmpty();
        }
    }

    @Test
    void every_form_is_refused_without_the_sessions_token_or_from_another_site()
            throws IOException, InterruptedException {
        var ways = server.part(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.POST)
                .map(route -> route.getUriMatchTemplate().toPathString())
                .filter(path -> !path.equals("/sign-in"))
                .distinct()
                .toList();
        assertThat(ways).hasSizeGreaterThan(20);
        var passed = new ArrayList<String>();
        for (String way : ways) {
            String path = way.replaceAll("\\{[^}]+}", "1");
            var answer = olga.send(path, "a=b&revision=1");
            if (answer.statusCode() != 403) {
                passed.add(way + " " + answer.statusCode());
            }
        }
        assertThat(passed).isEmpty();
    }

    private void type(String proposal, String account, String text) throws IOException, InterruptedException {
        String shown = URLDecoder.decode(
                text.replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
        for (String typed : text.equals(shown) ? List.of(text) : List.of(text, shown)) {
            var answers = List.of(
                    olga.post(proposal + "/comments", Map.of("text", typed)),
                    olga.post(proposal + "/comments", Map.of("text", typed, "account", account)),
                    olga.post("/views", Map.of("name", typed, "query", "text=" + encoded(typed), "back", typed)),
                    olga.post(
                            proposal + "/edits",
                            Map.of("account", account, "to", PaperPlan.FIRST_REP.value(), "note", typed)),
                    olga.post(
                            proposal + "/actions",
                            Map.of("kind", "SUPPORT", "rep", PaperPlan.FIRST_REP.value(), "sentence", typed)),
                    olga.post(proposal + "/decisions", Map.of("act", "decline", "account", account, "note", typed)),
                    olga.get(proposal + "?text=" + encoded(typed)),
                    olga.get(proposal + "?rule=" + encoded(typed)),
                    olga.get("/accounts?text=" + encoded(typed)),
                    olga.get("/sign-in?returnTo=" + encoded(typed)),
                    olga.send("/sign-in", "name=" + encoded(typed) + "&password=x&returnTo=" + encoded(typed)));
            for (var answer : answers) {
                assertThat(answer.statusCode()).as(typed + " " + answer.uri()).isLessThan(500);
                assertThat(answer.headers().firstValue("X-Injected")).isEmpty();
                assertThat(answer.headers().firstValue("Location").orElse("/")).startsWith("/");
                requireHarmless(answer.uri().toString(), answer.body());
            }
        }
    }

    static void requireHarmless(String where, String body) {
        if (where.endsWith(".csv")) {
            assertThat(CsvReader.builder().ofCsvRecord(body).stream().flatMap(row -> row.getFields().stream()))
                    .noneMatch(cell -> cell.matches("[=+@-].*"));
            return;
        }
        assertThat(body)
                .as(where)
                .doesNotContain(
                        "<script>hit",
                        "<img src=x",
                        "<svg onload",
                        "<b onmouseover",
                        "<iframe",
                        "<a href=\"javascript:");
    }

    private static List<String> texts() throws IOException {
        var all = new ArrayList<String>();
        try (var files = Files.list(CORPUS)) {
            for (Path file : files.sorted().toList()) {
                all.addAll(Files.readAllLines(file));
            }
        }
        assertThat(all).hasSizeGreaterThan(20);
        return all;
    }

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(CORPUS.resolve(name));
    }

    private String accountOf(String proposal) throws IOException, InterruptedException {
        var found = Pattern.compile("/moves/([A-Za-z0-9]{18})")
                .matcher(olga.get(proposal).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
