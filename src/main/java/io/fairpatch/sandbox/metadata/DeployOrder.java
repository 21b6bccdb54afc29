package io.fairpatch.sandbox.metadata;

import java.time.Instant;

/**
 * What is to be deployed, and for whom.
 *
 * @param due when it takes hold, unless it is cancelled before
 */
record DeployOrder(
        String id, DeployOptions options, byte[] zip, String userId, String userName, Instant created, Instant due) {
    private static final byte[] NOTHING = {};

    /** The same once the package is of no more use. */
    DeployOrder withoutZip() {
        return new DeployOrder(id, options, NOTHING, userId, userName, created, due);
    }
}
