package io.fairpatch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNullElse;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The browsers of some people: the system's Chromium, or the one that {@code FAIRPATCH_CHROMIUM} names. It takes seconds
 * to start, so that one serves all tests of a JVM; people share nothing in it. Thread-confined, as Playwright is.
 */
final class Browser implements AutoCloseable {
    /** Milliseconds until a step has failed: far beyond what a busy machine needs, so that only a fault gets there. */
    private static final int PATIENCE = 30_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final List<BrowserContext> people = new ArrayList<>();

    /** Signs in at the page and waits for what comes after it. */
    static void signIn(Page page, PaperServer server, String name) {
        page.navigate(server.uri("/sign-in").toString());
        page.fill("#name", name);
        page.fill("#password", server.password(name));
        page.click("button[type=submit]");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Clicks what leads to the same page anew, and waits until the old one is gone. */
    static void clickToReload(Page page, String selector) {
        page.evaluate("document.body.setAttribute('data-old', '')");
        page.click(selector);
        assertThat(page.locator("body[data-old]")).hasCount(0);
    }

    /**
     * What axe finds on a page. It names no parts that pass, for which it would take longer than for looking, and needs no
     * page of its own to end on, since ours hold no others.
     */
    static List<Rule> violations(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(options)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
    }

    /** A person's own browser: no cookies, this size, scripts or none. */
    Page open(int width, int height, boolean scripts) {
        BrowserContext context = Chromium.running()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        // colours that fade from one theme to the other are not yet those of either
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(scripts));
        people.add(context);
        context.setDefaultTimeout(PATIENCE);
        return context.newPage();
    }

    @Override
    public void close() {
        people.forEach(BrowserContext::close);
    }

    /** The one that runs; Playwright ends it with the JVM. */
    private static final class Chromium {
        private static com.microsoft.playwright.@Nullable Browser running;

        private static com.microsoft.playwright.Browser running() {
            var now = running;
            if (now == null || !now.isConnected()) {
                now = start();
                running = now;
            }
            return now;
        }

        private static com.microsoft.playwright.Browser start() {
            var path = requireNonNullElse(System.getenv("FAIRPATCH_CHROMIUM"), "/usr/bin/chromium");
            return Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(path))
                            .setArgs(List.of(
                                    "--headless",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
    }
}
