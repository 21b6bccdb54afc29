package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.fairpatch.access.Person;
import io.fairpatch.review.Phases;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.Selection;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walks through every page there is, by the routes the server knows, in its empty, working and done states: axe finds
 * nothing, nothing scrolls sideways at 320 pixels (400 % zoom), and each chart has its table.
 */
@Tag("H17")
class WalkTest {
    private static final Set<String> NO_PAGES = Set.of(
            "/assets/{version}/{name}",
            "/health",
            "/health/{selector}",
            "/prometheus",
            "/org/callback",
            "/org/connect",
            "/org/checks",
            "/outlines/{name}",
            "/sign-in/callback",
            "/sign-in/provider",
            "/run",
            "/proposals/{id}/drift",
            "/proposals/{id}/moves/{account}/why",
            "/accounts/reports/{name}/export",
            "/territories/reports/{name}/export",
            "/commits/{run}/error.csv",
            "/commits/{run}/success.csv",
            "/proposals/{id}/sheet/moves.csv",
            "/proposals/{id}/sheet/moves.xlsx",
            "/timeline/timeline.csv");

    private static PaperServer server;
    private static Browser browser;
    private static Visitor olga;
    private static final Map<String, List<String>> found = new LinkedHashMap<>();

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        server = new PaperServer();
        browser = new Browser();
        olga = new Visitor(server, "olga");
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    @Test
    void every_page_in_every_state_is_accessible_and_fits() throws IOException, InterruptedException {
        String proposal = "/proposals/" + server.proposal();
        walk("olga", "empty", List.of("/", "/accounts", "/commits", "/scenarios", "/plans", "/digests", "/triggers"));
        new PaperScores(server);
        review(proposal);
        Map<String, List<String>> pages = pages(proposal);
        assertThat(pages.values()).as("a page without a way to it: add it here").noneMatch(List::isEmpty);
        walk("olga", "in review", pages.values().stream().flatMap(List::stream).toList());
        walk("aida", "decides", List.of(proposal, proposal + "/conflicts"));
        walk("mona", "a manager", List.of("/", proposal, "/my-territory"));
        walk("rita", "a rep", List.of("/", "/my-territory", proposal));
        walk("olga", "errors", List.of("/proposals/P1", "/no-such-page", "/proposals?offset=x", proposal + "?rule=none"));
        String run = commit(proposal);
        walk(
                "otto",
                "done",
                List.of(
                        proposal,
                        proposal + "/commit",
                        proposal + "/receipts",
                        proposal + "/undo",
                        "/commits",
                        "/commits/" + run,
                        "/timeline",
                        "/"));
        walk("rita", "a rep after the commit", List.of("/my-territory"));
        String undo = undo(proposal);
        walk("otto", "undo", List.of(undo, undo + "/commit"));
        assertThat(found).isEmpty();
    }

    /** Managers disagree on one move, a comment is written, and some moves wait for a later phase. */
    private static void review(String proposal) throws IOException, InterruptedException {
        olga.post(proposal + "/comments", Map.of("text", "Please look at the west, @mona"));
        var moves = server.part(ProposalQueries.class).moves(PaperOrg.ID, server.proposal());
        var later = moves.keySet().stream().limit(3).toList();
        var queries = server.part(ProposalQueries.class);
        var summary = queries.get(PaperOrg.ID, server.proposal());
        server.part(Phases.class)
                .later(
                        PaperOrg.ID,
                        summary.id(),
                        summary.revision(),
                        Selection.of(later),
                        LocalDate.now(ZoneOffset.UTC).plusDays(30),
                        Person.system(PaperOrg.ID));
        olga.post(proposal + "/submit", Map.of());
        server.part(Jdbi.class)
                .useHandle(h -> h.execute(
                        """
                        UPDATE proposal_line SET change = 'CONTESTED', contested_by = now() + interval '3 days'
                        WHERE account_id = (SELECT min(account_id) FROM proposal_line WHERE kind = 'MOVE' AND version = 2)
                        AND version = 2
                        """));
    }

    /** By route: where it leads in this org. */
    private static Map<String, List<String>> pages(String proposal) {
        String account = server.part(ProposalQueries.class).moves(PaperOrg.ID, server.proposal()).keySet().stream()
                .findFirst()
                .orElseThrow()
                .value();
        var pages = new LinkedHashMap<String, List<String>>();
        server.part(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(route -> route.getUriMatchTemplate().toPathString())
                .filter(path -> !path.startsWith("/api/") && !NO_PAGES.contains(path))
                .sorted()
                .distinct()
                .forEach(route -> pages.put(route, ways(route, proposal, account)));
        return pages;
    }

    private static List<String> ways(String route, String proposal, String account) {
        return switch (route) {
            case "/accounts/reports/{name}" ->
                List.of("/accounts/reports/plays", "/accounts/reports/segments", "/accounts/reports/rule-set");
            case "/territories/reports/{name}" ->
                List.of(
                        "/territories/reports/balance",
                        "/territories/reports/coverage-map",
                        "/territories/reports/plan-document",
                        "/territories/reports/plan-tracking");
            case "/proposals/{id}" ->
                List.of(proposal, proposal + "?measure=workload&by=team&cols=worth&cols=tier&decision=UNDECIDED");
            case "/accounts/{account}" -> List.of("/accounts/" + PaperScores.CUSTOMER);
            case "/my-territory", "/commits/{run}", "/runs/{id}", "/plans/{id}", "/plans/{id}/moves/{account}" ->
                List.of("/proposals");
            default ->
                List.of(route.replaceAll("/proposals/\\{id}", proposal)
                        .replace("{account}", account)
                        .replace("{rep}", PaperPlan.FIRST_REP.value()));
        };
    }

    private static String commit(String proposal) throws IOException, InterruptedException {
        var jdbi = server.part(Jdbi.class);
        jdbi.useHandle(h -> h.execute("UPDATE proposal_line SET change = 'WITHIN_TEAM', contested_by = NULL"));
        olga.post(proposal + "/decisions", Map.of("act", "approve-all", "query", ""));
        olga.post(proposal + "/stamps", Map.of("act", "approve", "query", ""));
        var aida = new Visitor(server, "aida");
        aida.post(proposal + "/approve", Map.of());
        var otto = new Visitor(server, "otto");
        var approved = server.part(ProposalQueries.class).get(PaperOrg.ID, server.proposal());
        otto.post(
                proposal + "/commit",
                Map.of(
                        "version",
                        String.valueOf(approved.version()),
                        "fingerprint",
                        String.valueOf(approved.fingerprint())));
        Page page = browser.open(1280, 900, true);
        signIn(page, "otto");
        page.navigate(server.uri(proposal + "/receipts").toString());
        page.waitForSelector(
                "text=success.csv",
                new Page.WaitForSelectorOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(20_000));
        return jdbi.withHandle(h -> h.createQuery("SELECT max(id) FROM commit_run")
                .mapTo(String.class)
                .one());
    }

    private static String undo(String proposal) throws IOException, InterruptedException {
        var otto = new Visitor(server, "otto");
        otto.post(proposal + "/undo", Map.of());
        return "/proposals/"
                + server.part(ProposalQueries.class).list(PaperOrg.ID).get(0).id();
    }

    /** Pages in turn light and wide, dark and narrow: they share their styles, so that each half tells of both. */
    private static void walk(String person, String state, List<String> paths) {
        for (boolean narrow : List.of(false, true)) {
            Page page = browser.open(narrow ? 320 : 1280, 900, true);
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(narrow ? ColorScheme.DARK : ColorScheme.LIGHT));
            signIn(page, person);
            int number = 0;
            for (String path : new LinkedHashSet<>(paths)) {
                page.navigate(server.uri(path).toString());
                look(page, path + ", " + state, number++ % 2 == (narrow ? 1 : 0));
            }
            page.context().close();
        }
    }

    private static void look(Page page, String where, boolean axe) {
        var faults = new ArrayList<String>();
        if (axe) {
            new AxeBuilder(page)
                    .analyze()
                    .getViolations()
                    .forEach(rule -> faults.add(
                            rule.getId() + " " + rule.getNodes().get(0).getHtml()));
        }
        if (!fits(page)) {
            faults.add("scrolls sideways");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        if (page.isVisible(".fp-top")) {
            faults.add("prints the navigation");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        Object charts = page.evaluate(
                """
                [...document.querySelectorAll('main svg')]
                    .filter(svg => svg.getAttribute('aria-hidden') !== 'true' && !svg.closest('table')
                        && !svg.closest('figure, section')?.querySelector('table, dl, ul, a[href]')).length
                """);
        if (!charts.equals(0)) {
            faults.add(charts + " charts without a table");
        }
        if (!faults.isEmpty()) {
            found.put(where, faults);
        }
    }

    private static boolean fits(Page page) {
        return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                .equals(true);
    }

    private static void signIn(Page page, String person) {
        page.navigate(server.uri("/sign-in").toString());
        page.fill("#name", person);
        page.fill("#password", PaperServer.PASSWORD);
        page.click("button[type=submit]");
        page.waitForURL(server.uri("/").toString());
    }
}
