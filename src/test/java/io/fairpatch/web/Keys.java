package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The keys of a person without a mouse. */
final class Keys {
    private static final int FURTHEST = 400;

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    /** Presses Tab until the part has the focus, and sees that it shows. */
    Keys to(Locator part) {
        part.waitFor();
        for (int i = 0; i < FURTHEST; i++) {
            if (part.evaluate("part => part === document.activeElement").equals(true)) {
                assertThat(part.evaluate("part => part.matches(':focus-visible')"))
                        .as("the focus shows")
                        .isEqualTo(true);
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not reach " + part);
    }

    void enter(Locator part) {
        to(part);
        page.keyboard().press("Enter");
    }

    void space(Locator part) {
        to(part);
        page.keyboard().press("Space");
    }

    Keys type(Locator part, String text) {
        to(part);
        page.keyboard().type(text);
        return this;
    }

    void press(String key) {
        page.keyboard().press(key);
    }
}
