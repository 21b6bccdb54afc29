package io.fairpatch.org;

import java.util.List;

/**
 * A deployment of metadata.
 *
 * @param status the org's word: Pending, InProgress, Succeeded, Failed, Canceled
 * @param changed components that the org changed, as {@code type name}
 * @param failures what the org refused
 */
public record Deployment(
        String id, String status, boolean done, boolean success, List<String> changed, List<Failure> failures) {
    public Deployment {
        changed = List.copyOf(changed);
        failures = List.copyOf(failures);
    }

    /** A component that the org refused, with its words. */
    public record Failure(String component, String problem) {}
}
