package io.fairpatch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A proposal goes from draft to the org, and is asked back, without a mouse. */
@Tag("H1")
class KeyboardTest {
    private static final LocatorAssertions.ContainsTextOptions AT_LEISURE =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Test
    void every_flow_of_a_review_works_by_keys_alone() {
        try (var server = new PaperServer(PaperPlan.policy(), true);
                var browser = new Browser()) {
            review(server, signedIn(server, browser, "olga"));
            commitAndAskBack(server, signedIn(server, browser, "otto"));
        }
    }

    private static void review(PaperServer server, Page page) {
        var keys = new Keys(page);
        String proposal = server.uri("/proposals/" + server.proposal()).toString();
        page.navigate(proposal);
        enter(page, "Submit for review");
        says(page, "Submitted");

        // keys are heard once the page's script has run
        page.waitForLoadState();
        keys.press("/");
        assertThat(page.locator("#filter-text")).isFocused();
        page.keyboard().type("Logistics");
        keys.press("Enter");
        page.waitForURL("**text=Logistics**");
        openAndComment(page, keys);
        page.navigate(proposal + "?text=Logistics");
        keys.space(row(page).locator("input"));
        assertThat(page.locator("[data-selected]")).hasText("1 selected");
        enter(page, "Approve selected");
        says(page, "1 move approved");
        keys.space(row(page).locator("input"));
        keys.type(page.locator("#note"), "Deal about to close");
        enter(page, "Decline selected");
        assertThat(row(page)).containsText("Deal about to close");

        page.navigate(proposal);
        keys.enter(button(page, Pattern.compile("Approve all \\d+ open that match")));
        says(page, "moves approved");
        enter(page, "Approve the stamps");
        assertThat(page.locator("#stamps")).containsText("approved");
        keys.enter(button(page, Pattern.compile("Approve \\d+ moves and \\d+ stamps")));
        says(page, "Approved");
    }

    private static void openAndComment(Page page, Keys keys) {
        keys.enter(row(page).locator("th a"));
        assertThat(page.locator("#panel #detail")).isVisible();
        assertThat(page.locator("#panel [data-close]")).isFocused();
        keys.type(page.locator("#panel textarea"), "Known since school")
                .to(page.locator("#panel")
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Comment")));
        keys.press("Enter");
        assertThat(page.locator("#move-comments")).containsText("Known since school");
    }

    private static void commitAndAskBack(PaperServer server, Page page) {
        var keys = new Keys(page);
        page.navigate(server.uri("/proposals/" + server.proposal() + "/commit").toString());
        keys.type(page.locator("#confirm"), "Northwind");
        enter(page, "Commit");
        assertThat(page.locator("h1")).containsText("are in the org, read back equal", AT_LEISURE);

        page.navigate(server.uri("/proposals/" + server.proposal() + "/undo").toString());
        enter(page, "Propose the undo");
        assertThat(page).not().hasURL(Pattern.compile(server.proposal()));
        says(page, "This proposal takes " + server.proposal() + " back");
    }

    private static Page signedIn(PaperServer server, Browser browser, String name) {
        Page page = browser.open(1440, 900, true);
        var keys = new Keys(page);
        page.navigate(server.uri("/sign-in").toString());
        keys.type(page.locator("#name"), name).type(page.locator("#password"), server.password(name));
        keys.press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private static Locator row(Page page) {
        return page.locator(".fp-moves tbody tr").first();
    }

    private static void enter(Page page, String name) {
        new Keys(page)
                .enter(page.locator("main")
                        .getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName(name).setExact(true)));
    }

    private static Locator button(Page page, Pattern name) {
        return page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static void says(Page page, String words) {
        assertThat(page.locator("#notice")).containsText(words);
    }
}
