package io.fairpatch.salesforce;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Each test talks to a stub of its own in place of an org. */
abstract class OnStubOrg {
    StubOrg org;

    @BeforeEach
    void startOrg() throws IOException {
        org = new StubOrg();
    }

    @AfterEach
    void stopOrg() {
        org.close();
    }
}
