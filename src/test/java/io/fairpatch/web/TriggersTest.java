package io.fairpatch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.AuditLog;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.watch.ReviewTasks;
import io.fairpatch.watch.Watch;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rep leaves: the trigger fires, is dismissed by a person, stays so, and comes back only after it was quiet. */
class TriggersTest {
    private static final String LEAVER = SalesforceId.of("005000000000077").value();

    @Test
    @Tag("H20")
    @Tag("H18")
    @Tag("E5")
    void what_fires_stands_on_the_page_until_it_is_quiet_or_dismissed() {
        try (var server = new PaperServer();
                var browser = new Browser()) {
            Page page = browser.open(1280, 900, true);
            Browser.signIn(page, server, "olga");
            // an org without scores is not looked at
            page.navigate(server.uri("/triggers").toString());
            var main = page.locator("main");
            assertThat(main).containsText("No sign was looked for yet");
            assertThat(main).containsText("Nobody looked yet");

            var scores = new PaperScores(server);
            var jdbi = server.part(Jdbi.class);
            leaver(jdbi);
            scoreAgain(server, scores);
            Browser.clickToReload(page, "text=Look now");

            assertThat(main).containsText("Lena Lost left and still holds 1 account.");
            assertThat(main).containsText("only their books move");
            assertThat(main)
                    .containsText(server.part(ReviewTasks.class)
                            .all(PaperOrg.ID)
                            .get(0)
                            .key());
            assertThat(page.locator("input[name=scenario][value^=leaver]")).hasValue("leaver");
            assertThat(Browser.violations(page)).isEmpty();
            fitsAPhone(page);

            var row = page.locator("tr:has-text('Lena Lost')").first();
            row.locator("summary").click();
            row.locator("input[name=why]").fill("She comes back in May");
            row.locator("details button").click();
            assertThat(main).containsText("Dismissed by olga: She comes back in May");
            Browser.clickToReload(page, "text=Look now");
            assertThat(main).containsText("Dismissed by olga: She comes back in May");
            assertThat(server.part(AuditLog.class).entries(PaperOrg.ID, 0, 50))
                    .extracting(entry -> entry.action() + " by " + entry.actor())
                    .contains("trigger.fire by fairpatch", "trigger.dismiss by olga");

            page.locator("input[name=note]").first().fill("Two hires for the west");
            page.click("text=Done >> nth=0");
            assertThat(main).containsText("Done by olga: Two hires for the west");
            quietAndBack(server, jdbi);
            worstFirst(page, jdbi, server);
        }
    }

    /** Many books under quota: the three farthest from it are seen, two wait behind a fold. */
    private static void worstFirst(Page page, Jdbi jdbi, PaperServer server) {
        jdbi.useHandle(h -> {
            for (var percent : List.of(50, 10, 40, 20, 30)) {
                h.execute(
                        """
                        INSERT INTO watch_alert (org_id, trigger, key, subject, value, sentence, since, seen)
                        VALUES (?, 'ATTAINMENT', ?, 'a book', ?, ?, now(), true)
                        """,
                        PaperOrg.ID.value(),
                        "book " + percent,
                        percent / 100.0,
                        "A book is at " + percent + " %.");
            }
        });
        page.navigate(server.uri("/triggers").toString());
        var seen = page.locator("td[data-label=Seen]:has-text('A book is at'):visible");
        assertThat(seen).containsText(new String[] {"at 10 %", "at 20 %", "at 30 %"});
        var hidden = page.locator("details tr:has-text('at 50 %')");
        assertThat(hidden).isHidden();
        page.click("text=2 more: Under quota");
        assertThat(hidden).isVisible();
        fitsAPhone(page);
    }

    private static void quietAndBack(PaperServer server, Jdbi jdbi) {
        var watch = server.part(Watch.class);
        jdbi.useHandle(h -> h.execute("UPDATE watch_alert SET key = 'somebody else' WHERE key = ?", LEAVER));
        var again = watch.look(PaperOrg.ID).stream()
                .filter(alert -> alert.key().equals(LEAVER))
                .toList();
        assertThat(again).as("the old one fell quiet, so this is a new one").hasSize(1);
        assertThat(again.get(0).open()).isTrue();
    }

    private static void leaver(Jdbi jdbi) {
        jdbi.useHandle(h -> {
            h.execute(
                    """
                    INSERT INTO org_user (org_id, id, name, active, languages, clearances, system_modstamp)
                    VALUES (?, ?, 'Lena Lost', false, '{}', '{}', now())
                    """,
                    PaperOrg.ID.value(),
                    LEAVER);
            h.execute("UPDATE account SET owner_id = ? WHERE id = ?", LEAVER, PaperScores.LOST.value());
        });
    }

    /** The server looks by itself as well; only a new scoring lets it see what the test changed. */
    private static void scoreAgain(PaperServer server, PaperScores scores) {
        server.part(ScoreStore.class)
                .save(
                        PaperOrg.ID,
                        server.part(SnapshotStore.class)
                                .lastRun(PaperOrg.ID)
                                .orElseThrow()
                                .id(),
                        1,
                        Instant.parse("2026-03-02T09:00:00Z"),
                        scores.scores().values());
    }

    private static void fitsAPhone(Page page) {
        page.setViewportSize(390, 900);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
        for (var theme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            // colours change within a frame, which a busy machine draws late
            page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
            assertThat(Browser.violations(page)).as(theme.name()).isEmpty();
        }
        page.setViewportSize(1280, 900);
    }
}
