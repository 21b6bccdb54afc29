package io.fairpatch.sandbox;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test gets a small org of its own and a client that is signed in to it. */
abstract class OrgOfItsOwn {
    Sandbox sandbox;
    Client client;

    @BeforeEach
    void start(@TempDir Path folder) {
        sandbox = TestOrg.start(folder);
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }
}
