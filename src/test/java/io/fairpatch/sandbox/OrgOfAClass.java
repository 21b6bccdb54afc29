package io.fairpatch.sandbox;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** All tests of a class share a small org and a client that is signed in to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OrgOfAClass {
    Sandbox sandbox;
    Client client;

    @BeforeAll
    void start(@TempDir Path folder) {
        sandbox = TestOrg.start(folder);
        client = new Client(sandbox);
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }
}
