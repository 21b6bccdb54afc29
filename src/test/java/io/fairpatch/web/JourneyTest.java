package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole review in a real browser: from the door to the receipts. */
@Tag("H1")
class JourneyTest {
    private static Browser browser;
    private PaperServer server;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void open() {
        server = new PaperServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void two_people_review_and_commit(boolean scripts) {
        Page olga = signedIn("olga", scripts);
        olga.navigate(proposal());
        assertThat(olga.textContent("h1")).contains("of 320 accounts move", "the fullest book falls from");
        press(olga, "Submit for review");

        declineOne(olga);
        approveAllOf(olga, "balance");
        assertThat(olga.textContent("#notice")).contains("approved");
        olga.navigate(proposal());
        press(olga, "text=/Approve all \\d+ open that match/");
        press(olga, "Approve the stamps");
        press(olga, "text=/Approve \\d+ moves and \\d+ stamps/");

        olga.navigate(proposal() + "/commit");
        assertThat(olga.textContent(".fp-refused")).contains("You approved it alone");
        assertThat(olga.isDisabled("text=Commit >> nth=-1")).isTrue();

        Page otto = signedIn("otto", scripts);
        otto.navigate(proposal() + "/commit");
        assertThat(otto.textContent("h1")).contains("Writes 7 fields on 319 accounts", "Nothing else.");
        press(otto, "main button:has-text('Commit')");
        waitForEnd(otto);
        assertThat(otto.textContent("h1")).contains("of 319 are in the org, read back equal");
        assertThat(otto.textContent("#commit-run")).contains("success.csv");
    }

    @Test
    void the_whole_list_is_worked_by_keyboard() {
        Page page = signedIn("olga", true);
        page.navigate(proposal());
        press(page, "Submit for review");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.textContent("[data-selected]")).isEqualTo("1 selected");
        page.keyboard().press("Enter");
        page.waitForSelector("#panel #detail");
        assertThat(page.evaluate("document.activeElement.hasAttribute('data-close')"))
                .isEqualTo(true);
        page.keyboard().press("Escape");
        assertThat(page.evaluate("document.activeElement.closest('.fp-current') !== null"))
                .isEqualTo(true);
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("filter-text");
    }

    @Test
    void a_target_is_tried_out_with_its_effect_and_saved() {
        Page page = signedIn("olga", true);
        page.navigate(proposal());
        page.click(".fp-moves tbody tr:nth-child(1) th a");
        page.waitForSelector("#panel #detail");
        page.selectOption("#edit-to", PaperPlan.FIRST_REP.value());
        page.fill("#edit-note", "They know each other");
        page.click("text=Try it out");
        page.waitForSelector("text=1 edit not in the proposal");
        press(page, "Save as the next version");
        assertThat(page.textContent("#lead")).contains("version 2", "draft");
    }

    @Test
    void the_first_visit_is_guided_once() {
        Page page = signedIn("otto", true);
        assertThat(page.textContent("main")).contains("1 of 5: Copy");
        press(page, "Next");
        assertThat(page.textContent("main")).contains("2 of 5: Score");
        press(page, "Skip");
        assertThat(page.textContent("main")).doesNotContain("of 5:");
        page.reload();
        assertThat(page.textContent("main")).doesNotContain("of 5:");
    }

    private void declineOne(Page page) {
        page.check(".fp-moves tbody tr:nth-child(1) input[type=checkbox]");
        press(page, "Decline selected");
        assertThat(page.textContent("#notice")).contains("reason");
        page.check(".fp-moves tbody tr:nth-child(1) input[type=checkbox]");
        page.fill("#note", "Deal about to close");
        press(page, "Decline selected");
        assertThat(page.textContent("#moves")).contains("Deal about to close");
    }

    private void approveAllOf(Page page, String rule) {
        page.selectOption("#filter-rule", rule);
        press(page, "main button:text-is('Filter')");
        page.waitForURL("**rule=" + rule + "**");
        assertThat(page.locator(".fp-moves tbody .fp-chip").allTextContents())
                .isNotEmpty()
                .containsOnly(rule);
        press(page, "text=/Approve all \\d+ open that match/");
    }

    /** Presses a button and waits for what it leads to, swapped in or loaded anew. */
    private static void press(Page page, String button) {
        String selector =
                button.contains(":") || button.startsWith("text=") ? button : "main button:has-text('" + button + "')";
        page.waitForResponse(response -> response.status() == 200, () -> page.click(selector));
        page.waitForLoadState();
        page.waitForFunction("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
    }

    private static void waitForEnd(Page page) {
        page.waitForSelector(
                "text=success.csv",
                new Page.WaitForSelectorOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(20_000));
    }

    private Page signedIn(String name, boolean scripts) {
        Page page = browser.open(1440, 900, scripts);
        Browser.signIn(page, server, name);
        return page;
    }

    private String proposal() {
        return server.uri("/proposals/" + server.proposal()).toString();
    }
}
