package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walks through every page there is, by the routes the server knows, in its empty, working and done states: axe finds
 * nothing, nothing scrolls sideways at 320 pixels (400 % zoom), and each chart has its table.
 */
@Tag("H17")
class WalkTest extends PagesOfATest {
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
            "/proposals/{id}/moves/{account}/why");

    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final int HIGH = 900;

    private final Map<String, List<String>> found = new LinkedHashMap<>();
    private Visitor olga;

    @BeforeEach
    void signIn() throws IOException, InterruptedException {
        olga = new Visitor(server, "olga");
    }

    @Test
    void every_page_is_accessible_and_fits_while_people_review_and_after_the_commit()
            throws IOException, InterruptedException {
        String proposal = "/proposals/" + server.proposal();
        new PaperScores(server);
        review(proposal);
        Map<String, List<String>> pages = pages(proposal);
        assertThat(pages.values()).as("a page without a way to it: add it here").noneMatch(List::isEmpty);
        walk("olga", "in review", pages.values().stream().flatMap(List::stream).toList());
        walk("olga", "a file to match", List.of(importedFile()));
        walk("rita", "a rep", List.of("/my-territory"));
        String run = commit(proposal);
        walk("otto", "done", List.of(proposal + "/receipts", proposal + "/undo", "/commits/" + run));
        assertThat(found).isEmpty();
    }

    @Test
    @Tag("long")
    void so_are_they_empty_to_each_role_in_error_and_when_undone() throws IOException, InterruptedException {
        String proposal = "/proposals/" + server.proposal();
        walk("olga", "empty", List.of("/", "/accounts", "/commits", "/scenarios", "/plans", "/digests", "/triggers"));
        new PaperScores(server);
        review(proposal);
        walk("aida", "decides", List.of(proposal, proposal + "/conflicts"));
        walk("mona", "a manager", List.of("/", proposal, "/my-territory"));
        walk("rita", "refused", List.of(proposal));
        walk(
                "olga",
                "errors",
                List.of("/proposals/P1", "/no-such-page", "/proposals?offset=x", proposal + "?rule=none"));
        commit(proposal);
        walk("otto", "done", List.of(proposal, proposal + "/commit", "/commits", "/timeline", "/"));
        walk("rita", "a rep after the commit", List.of("/my-territory"));
        String undo = undo(proposal);
        walk("otto", "undo", List.of(undo));
        assertThat(found).isEmpty();
    }

    /** Managers disagree on one move, a comment is written, and some moves wait for a later phase. */
    private void review(String proposal) throws IOException, InterruptedException {
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
                .useHandle(
                        h -> h.execute(
                                """
                        UPDATE proposal_line SET change = 'CONTESTED', contested_by = now() + interval '3 days'
                        WHERE account_id = (SELECT min(account_id) FROM proposal_line WHERE kind = 'MOVE' AND version = 2)
                        AND version = 2
                        """));
    }

    /** By route: where it leads in this org. */
    private Map<String, List<String>> pages(String proposal) {
        String account = server.part(ProposalQueries.class).moves(PaperOrg.ID, server.proposal()).keySet().stream()
                .findFirst()
                .orElseThrow()
                .value();
        var pages = new LinkedHashMap<String, List<String>>();
        server.part(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(route -> route.getUriMatchTemplate().toPathString())
                .filter(path -> !path.matches("/api/.*|.*/export|.*[.](csv|xlsx)") && !NO_PAGES.contains(path))
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
            case "/org/import/{file}" -> List.of("/org/import");
            case "/my-territory", "/commits/{run}", "/runs/{id}", "/plans/{id}", "/plans/{id}/moves/{account}" ->
                List.of("/proposals");
            default ->
                List.of(route.replaceAll("/proposals/\\{id}", proposal)
                        .replace("{account}", account)
                        .replace("{rep}", PaperPlan.FIRST_REP.value()));
        };
    }

    private String importedFile() throws IOException, InterruptedException {
        byte[] rows = "Company,Intent score\nAcme,80\n".getBytes(StandardCharsets.UTF_8);
        return olga.upload("/org/import/file", Map.of("kind", "signals"), "signals.csv", rows)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private String commit(String proposal) throws IOException, InterruptedException {
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
        Page page = browser.open(WIDE, HIGH, true);
        Browser.signIn(page, server, "otto");
        page.navigate(server.uri(proposal + "/receipts").toString());
        page.waitForSelector(
                "text=success.csv", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        return jdbi.withHandle(h -> h.createQuery("SELECT max(id) FROM commit_run")
                .mapTo(String.class)
                .one());
    }

    private String undo(String proposal) throws IOException, InterruptedException {
        var otto = new Visitor(server, "otto");
        otto.post(proposal + "/undo", Map.of());
        return "/proposals/"
                + server.part(ProposalQueries.class).list(PaperOrg.ID).get(0).id();
    }

    /** Pages in turn light and dark, wide and narrow: they share their styles, so that each part tells of all. */
    private void walk(String person, String state, List<String> paths) {
        Page page = browser.open(WIDE, HIGH, true);
        Browser.signIn(page, server, person);
        int number = 0;
        for (String path : new LinkedHashSet<>(paths)) {
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(number % 2 == 0 ? ColorScheme.LIGHT : ColorScheme.DARK));
            page.setViewportSize(number++ % 4 < 2 ? WIDE : NARROW, HIGH);
            int status = page.navigate(server.uri(path).toString()).status();
            look(page, path + ", " + state, status);
        }
        page.context().close();
    }

    private void look(Page page, String where, int status) {
        var faults = new ArrayList<String>();
        if (status >= 500) {
            faults.add("answers " + status);
        }
        Browser.violations(page)
                .forEach(rule ->
                        faults.add(rule.getId() + " " + rule.getNodes().get(0).getHtml()));
        page.setViewportSize(WIDE, HIGH);
        if (!fits(page)) {
            faults.add("scrolls sideways: " + widest(page));
        }
        page.setViewportSize(NARROW, HIGH);
        if (!fits(page)) {
            faults.add("scrolls sideways at 400 % zoom: " + widest(page));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        if (page.isVisible(".fp-top")) {
            faults.add("prints the navigation");
        }
        if (page.evaluate(
                        """
                        [...document.querySelectorAll('main a[href]')]
                            .some(link => getComputedStyle(link, '::after').content.includes('/'))
                        """)
                .equals(true)) {
            faults.add("prints addresses");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        if (page.evaluate(
                        """
                        !document.querySelector('main table, main dl')
                            && [...document.querySelectorAll('main svg')]
                                .some(svg => svg.getAttribute('aria-hidden') !== 'true')
                        """)
                .equals(true)) {
            faults.add("a chart without a table");
        }
        if (!faults.isEmpty()) {
            found.put(where, faults);
        }
    }

    /** Asked once the browser has drawn it at its new size. */
    private static boolean fits(Page page) {
        return page.evaluate(
                        """
                        new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))
                            .then(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
                        """)
                .equals(true);
    }

    /** How the element begins that reaches furthest to the right. */
    private static Object widest(Page page) {
        return page.evaluate(
                """
                [...document.querySelectorAll('body *')]
                    .reduce((one, other) =>
                        other.getBoundingClientRect().right > one.getBoundingClientRect().right ? other : one)
                    .outerHTML.slice(0, 200)
                """);
    }
}
