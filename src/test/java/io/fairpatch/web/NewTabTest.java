package io.fairpatch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A link that the page answers by itself still opens in a tab of its own for who asks the browser for one. */
class NewTabTest {
    @Test
    void a_move_opens_in_a_new_tab_and_leaves_the_page_as_it_is() {
        try (var server = new PaperServer();
                var browser = new Browser()) {
            Page page = browser.open(1280, 900, true);
            Browser.signIn(page, server, "olga");
            page.navigate(server.uri("/proposals/" + server.proposal()).toString());
            Locator move = page.locator(".fp-moves tbody th a").first();

            Page tab = page.context()
                    .waitForPage(() ->
                            move.click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL))));
            assertThat(tab).hasURL(Pattern.compile("/moves/001"));
            assertThat(tab.locator("#detail")).isVisible();
            assertThat(page.locator("#panel #detail")).hasCount(0);
        }
    }
}
