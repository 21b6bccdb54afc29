package io.fairpatch.web;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One browser for all tests of a class, and a server of its own for each. */
abstract class PagesOfAClass {
    static Browser browser;
    PaperServer server;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void openServer() {
        server = new PaperServer();
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
