package io.fairpatch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole review in a real browser: from the door to the receipts. */
@Tag("H1")
class JourneyTest extends PagesOfATest {
    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void two_people_review_and_commit(boolean scripts) {
        Page olga = signedIn("olga", scripts);
        olga.navigate(proposal());
        assertThat(olga.locator("h1")).containsText("of 320 accounts move");
        assertThat(olga.locator("h1")).containsText("the fullest book falls from");
        submit(olga);

        declineOne(olga);
        approveAllOf(olga, "balance");
        olga.navigate(proposal());
        olga.click("text=/Approve all \\d+ open that match/");
        assertThat(olga.locator("#notice")).containsText("approved");
        olga.click("main button:has-text('Approve the stamps')");
        assertThat(olga.locator("#stamps header")).containsText("approved");
        olga.click("text=/Approve \\d+ moves and \\d+ stamps/");
        assertThat(olga.locator("#lead")).containsText("approved");

        olga.navigate(proposal() + "/commit");
        assertThat(olga.locator(".fp-refused")).containsText("You approved it alone");
        assertThat(olga.locator("text=Commit >> nth=-1")).isDisabled();

        Page otto = signedIn("otto", scripts);
        otto.navigate(proposal() + "/commit");
        assertThat(otto.locator("h1")).containsText("Writes 7 fields on 319 accounts");
        assertThat(otto.locator("h1")).containsText("Nothing else.");
        otto.click("main button:has-text('Commit')");
        assertThat(otto.locator("h1")).containsText("of 319 are in the org, read back equal");
        assertThat(otto.locator("#commit-run")).containsText("success.csv");
    }

    @Test
    void the_whole_list_is_worked_by_keyboard() {
        Page page = signedIn("olga", true);
        page.navigate(proposal());
        submit(page);
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("[data-selected]")).hasText("1 selected");
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel #detail")).isVisible();
        assertThat(page.locator("#panel [data-close]")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".fp-current th a")).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("#filter-text")).isFocused();
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
        page.click("main button:has-text('Save as the next version')");
        assertThat(page.locator("#lead")).containsText("version 2");
        assertThat(page.locator("#lead")).containsText("draft");
    }

    @Test
    void the_first_visit_is_guided_once() {
        Page page = signedIn("otto", true);
        assertThat(page.locator("main")).containsText("1 of 5: Copy");
        page.click("main button:has-text('Next')");
        assertThat(page.locator("main")).containsText("2 of 5: Score");
        page.click("main button:has-text('Skip')");
        assertThat(page.locator("main")).not().containsText("of 5:");
        page.reload();
        assertThat(page.locator("main")).not().containsText("of 5:");
    }

    private static void submit(Page page) {
        page.click("main button:has-text('Submit for review')");
        assertThat(page.locator("#lead")).containsText("in review");
    }

    private static void declineOne(Page page) {
        page.check(".fp-moves tbody tr:nth-child(1) input[type=checkbox]");
        page.click("main button:has-text('Decline selected')");
        assertThat(page.locator("#notice")).containsText("reason");
        page.check(".fp-moves tbody tr:nth-child(1) input[type=checkbox]");
        page.fill("#note", "Deal about to close");
        page.click("main button:has-text('Decline selected')");
        assertThat(page.locator("#moves")).containsText("Deal about to close");
    }

    private static void approveAllOf(Page page, String rule) {
        page.selectOption("#filter-rule", rule);
        page.click("main button:text-is('Filter')");
        page.waitForURL("**rule=" + rule + "**");
        Locator chips = page.locator(".fp-moves tbody .fp-chip");
        assertThat(chips.filter(new Locator.FilterOptions().setHasNotText(rule)))
                .hasCount(0);
        assertThat(chips).not().hasCount(0);
        page.click("text=/Approve all \\d+ open that match/");
        assertThat(page.locator("#notice")).containsText("approved");
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
