package io.fairpatch.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server of its own for each test, and browsers for those who visit it. */
abstract class PagesOfATest {
    PaperServer server;
    Browser browser;

    @BeforeEach
    void open() {
        server = new PaperServer();
        browser = new Browser();
    }

    @AfterEach
    void close() {
        browser.close();
        server.close();
    }
}
