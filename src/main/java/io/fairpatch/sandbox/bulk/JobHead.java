package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.schema.ObjectType;
import java.time.Instant;

/**
 * What is fixed when a job is made.
 *
 * @param apiVersion of the request that made it; results are only given to the same
 */
record JobHead(
        String id,
        String apiVersion,
        String operation,
        ObjectType type,
        String userId,
        Instant created,
        Dialect dialect) {}
