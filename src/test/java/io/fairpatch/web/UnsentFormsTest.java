package io.fairpatch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.fairpatch.jobs.JobKind;
import io.fairpatch.jobs.Jobs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person filled in and could not send is told and comes back, and nothing is sent twice. */
class UnsentFormsTest {
    private static final String NOTE = "Promised to this rep";

    private static PaperServer server;

    private Browser browser;
    private String proposal;

    @BeforeAll
    static void open() {
        server = new PaperServer();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void submit() throws IOException, InterruptedException {
        browser = new Browser();
        proposal = "/proposals/" + server.proposeAgain();
        new Visitor(server, "olga").post(proposal + "/submit", Map.of());
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void who_was_signed_out_hears_so_comes_back_and_finds_the_words() {
        Page page = olga(proposal);
        page.fill("#comment-text", NOTE);
        page.context().clearCookies();
        page.click("#comments button[type=submit]");
        assertThat(page.locator(".fp-notice_bad")).containsText("Your session ended, and the last step was not done");

        page.fill("#name", "olga");
        page.fill("#password", server.password("olga"));
        page.click("button[type=submit]");
        assertThat(page.locator("#notice")).containsText("What you filled in was not taken before");
        assertThat(page.locator("#comment-text")).hasValue(NOTE);

        page.click("#comments button[type=submit]");
        assertThat(page.locator("#notice")).containsText("Your comment stands");
        assertThat(page.locator("#comment-text")).isEmpty();
    }

    @Test
    void what_was_written_in_a_panel_comes_back_with_its_panel() {
        Page page = olga(proposal);
        page.click("#moves tbody th a >> nth=1");
        page.fill("#panel #move-comment-text", NOTE);
        String account = page.locator("#panel #detail-title").innerText();
        page.context().clearCookies();
        page.click("#move-comment-send");

        page.fill("#name", "olga");
        page.fill("#password", server.password("olga"));
        page.click("button[type=submit]");
        assertThat(page.locator("#notice")).containsText("It is here again");
        assertThat(page.locator("#panel #move-comment-text")).hasValue(NOTE);
        assertThat(page.locator("#panel #detail-title")).hasText(account);

        page.click("#move-comment-send");
        assertThat(page.locator("#notice")).containsText("Your comment stands");
        assertThat(page.locator("#panel #move-comments")).containsText(NOTE);
        assertThat(page.locator("#move-comment-send")).isFocused();
        assertThat(page.locator("#comment-text")).isEmpty();
    }

    /** What a page fetches by itself must not take the page away under the pointer: a click was lost that way. */
    @Test
    void a_part_that_finds_the_session_ended_leaves_the_page_and_its_words() {
        Page page = olga(proposal);
        page.fill("#comment-text", NOTE);
        page.context().clearCookies();
        page.locator("#map").scrollIntoViewIfNeeded();
        assertThat(page.locator("#notice")).containsText("Your session ended");
        assertThat(page.locator("#comment-text")).hasValue(NOTE);

        page.click("#notice a");
        page.fill("#name", "olga");
        page.fill("#password", server.password("olga"));
        page.click("button[type=submit]");
        assertThat(page.locator("#notice")).containsText("What you filled in was not taken before");
        assertThat(page.locator("#comment-text")).hasValue(NOTE);
    }

    @Test
    void a_part_that_does_not_come_says_so_in_its_place() {
        Page page = browser.open(1280, 900, true);
        Browser.signIn(page, server, "olga");
        page.route("**/map*", route -> route.abort());
        page.navigate(server.uri(proposal).toString());
        page.locator("#map").scrollIntoViewIfNeeded();
        assertThat(page.locator("#map")).containsText("Fairpatch does not answer");
        assertThat(page.locator("#notice")).isEmpty();
    }

    @Test
    void a_button_of_a_page_of_an_earlier_session_says_why_it_does_nothing() {
        Page page = olga(proposal);
        tickAndExplain(page);
        Page other = page.context().newPage();
        other.context().clearCookies();
        Browser.signIn(other, server, "olga");

        page.click("#act-decline");
        assertThat(page.locator("#notice")).containsText("The form does not belong to this session");
        assertThat(page.locator("#notice")).isInViewport();
        page.reload();
        assertThat(page.locator("#note")).hasValue(NOTE);
        assertThat(picked(page)).hasCount(2);
        page.click("#act-decline");
        assertThat(page.locator("#notice")).containsText("2 moves declined");
    }

    @Test
    void who_decides_on_what_changed_meanwhile_sees_it_and_keeps_ticks_and_reason()
            throws IOException, InterruptedException {
        Page page = olga(proposal);
        tickAndExplain(page);
        String first = page.locator(".fp-moves input[name=account]").first().inputValue();
        new Visitor(server, "otto").post(proposal + "/decisions", Map.of("act", "approve", "account", first));

        page.click("#act-decline");
        assertThat(page.locator("#notice")).containsText("was changed by someone else");
        assertThat(page.locator("#notice")).isInViewport();
        assertThat(page.locator("#note")).hasValue(NOTE);
        assertThat(picked(page)).hasCount(2);
        assertThat(page.locator("[data-selected]")).hasText("2 selected");
    }

    @Test
    void a_decision_leaves_the_page_where_it_is_and_the_focus_on_its_button() {
        Page page = olga(proposal);
        page.locator(".fp-moves input[name=account]").nth(12).check();
        Object before = page.evaluate("window.scrollY");
        page.locator("#act-defer").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#notice")).containsText("1 move deferred");
        org.assertj.core.api.Assertions.assertThat(page.evaluate("window.scrollY"))
                .isEqualTo(before);
        assertThat(page.locator("#act-defer")).isFocused();
    }

    @Test
    void who_goes_back_sees_what_was_decided_since() {
        Page page = olga(proposal);
        page.click("#moves a[rel=next]");
        page.waitForURL("**offset=**");
        page.click("#act-approve-all");
        assertThat(page.locator("#notice")).containsText("approved");
        page.goBack();
        page.waitForURL("**" + proposal);
        assertThat(page.locator("#act-approve-all")).hasCount(0);
    }

    @Test
    void escape_closes_a_panel_but_not_over_words_half_written() {
        Page page = olga(proposal);
        page.locator(".fp-moves tbody th a").first().press("Enter");
        page.fill("#panel textarea", NOTE);
        page.keyboard().press("Escape");
        assertThat(page.locator("#panel textarea")).hasValue(NOTE);
        page.fill("#panel textarea", "");
        page.keyboard().press("Escape");
        assertThat(page.locator("#panel #detail")).hasCount(0);
    }

    /** The first click's request is held, as by a slow server: of two clicks at once the browser itself drops one. */
    @Test
    void a_second_click_sends_nothing() {
        Page page = olga(proposal);
        var sent = new ArrayList<Route>();
        page.route("**/comments", sent::add);
        page.fill("#comment-text", NOTE);
        page.evaluate("for (const at of [0, 300]) {"
                + " setTimeout(() => document.querySelector('#comments button[type=submit]').click(), at); }");
        page.waitForTimeout(1_000);
        org.assertj.core.api.Assertions.assertThat(sent).hasSize(1);

        sent.get(0).resume();
        assertThat(page.locator("#notice")).containsText("Your comment stands");
        assertThat(page.locator("#comments .fp-comments li")).hasCount(1);
    }

    @Test
    void a_page_that_watches_a_run_says_when_fairpatch_does_not_answer_and_when_it_does_again() {
        Page page = browser.open(1280, 900, true);
        Browser.signIn(page, server, "olga");
        var run = server.part(Jobs.class).submit(PaperOrg.ID.value(), JobKind.SYNC, "{}", "olga");
        server.part(Jdbi.class).useHandle(h -> h.execute("UPDATE job_run SET state = 'RUNNING', finished_at = NULL"));
        page.navigate(server.uri("/runs/" + run.id()).toString());
        page.context().setOffline(true);
        assertThat(page.locator("#notice")).containsText("Fairpatch does not answer");
        assertThat(page.locator("#notice")).containsText("What stands here is as of");

        page.context().setOffline(false);
        assertThat(page.locator("#notice")).isEmpty();
        server.part(Jdbi.class).useHandle(h -> h.execute("DELETE FROM job_run"));
    }

    private static void tickAndExplain(Page page) {
        page.locator(".fp-moves input[name=account]").nth(1).check();
        page.locator(".fp-moves input[name=account]").nth(2).check();
        page.fill("#note", NOTE);
    }

    private static Locator picked(Page page) {
        return page.locator(".fp-moves input[name=account]:checked");
    }

    private Page olga(String path) {
        Page page = browser.open(1280, 900, true);
        Browser.signIn(page, server, "olga");
        page.navigate(server.uri(path).toString());
        return page;
    }
}
