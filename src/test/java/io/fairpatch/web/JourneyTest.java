package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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

    @ParameterizedTest(name = "{0} wide")
    @ValueSource(ints = {1440, 390})
    void pages_are_accessible_and_do_not_overflow(int width) {
        Page page = browser.open(width, 900, true);
        signIn(page, "olga");
        for (String path : List.of("/", "/proposals", "/proposals/" + server.proposal(), "/territories", "/commits")) {
            page.navigate(server.uri(path).toString());
            var serious = new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .filter(found -> List.of("serious", "critical").contains(found.getImpact()))
                            .map(found -> path + " " + found.getId() + " "
                                    + found.getNodes().get(0).getHtml())
                            .toList();
            assertThat(serious).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as(path + " at " + width)
                    .isEqualTo(true);
        }
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
        signIn(page, name);
        return page;
    }

    private void signIn(Page page, String name) {
        page.navigate(server.uri("/sign-in").toString());
        page.fill("#name", name);
        page.fill("#password", PaperServer.PASSWORD);
        page.click("button[type=submit]");
        page.waitForURL(server.uri("/").toString());
    }

    private String proposal() {
        return server.uri("/proposals/" + server.proposal()).toString();
    }
}
