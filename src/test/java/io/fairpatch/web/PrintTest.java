package io.fairpatch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;

/** Who reads a printed proposal knows how much of it the paper shows. */
class PrintTest {
    @Test
    void the_paper_says_which_of_the_moves_it_shows_and_has_no_room_for_what_is_not_loaded() {
        try (var server = new PaperServer();
                var browser = new Browser()) {
            Page page = browser.open(1280, 900, true);
            Browser.signIn(page, server, "olga");
            page.navigate(server.uri("/proposals/" + server.proposal()).toString());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.getByText("1 to 25 of")).isVisible();
            assertThat(page.locator("#moves a[rel=next]")).isHidden();
            assertThat(page.locator("#map")).isHidden();
        }
    }
}
