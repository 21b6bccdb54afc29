package io.fairpatch.sandbox.org;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, and how.
 *
 * @param client how the client calls itself
 * @param job id of the bulk job, if any
 * @param allowDuplicates whether the client wants records saved that a duplicate rule would warn of
 * @param options what is to happen along with a change of owner
 */
public record WriteContext(
        String userId, String client, @Nullable String job, boolean allowDuplicates, Set<OwnerOption> options) {
    public WriteContext {
        options = Set.copyOf(options);
    }

    /** A client that can ask for nothing besides. */
    public WriteContext(String userId, String client, @Nullable String job) {
        this(userId, client, job, false, Set.of());
    }

    boolean wants(OwnerOption option) {
        return options.contains(option);
    }
}
