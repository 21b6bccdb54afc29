package io.fairpatch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNullElse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium, or the one that {@code FAIRPATCH_CHROMIUM} names. Thread-confined, as Playwright is. */
final class Browser implements AutoCloseable {
    /** Milliseconds until a step has failed: far beyond what a busy machine needs, so that only a fault gets there. */
    private static final int PATIENCE = 30_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(
                            Path.of(requireNonNullElse(System.getenv("FAIRPATCH_CHROMIUM"), "/usr/bin/chromium")))
                    .setArgs(List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

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

    /** A person's own browser: no cookies, this size, scripts or none. */
    Page open(int width, int height, boolean scripts) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                // colours that fade from one theme to the other are not yet those of either
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(PATIENCE);
        return context.newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
