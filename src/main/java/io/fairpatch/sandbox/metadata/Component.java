package io.fairpatch.sandbox.metadata;

import org.jspecify.annotations.Nullable;

/**
 * One thing in a package, and what deploying it comes to.
 *
 * @param type as in package.xml, for example CustomField
 * @param file path in the package
 * @param change what has to be done
 * @param problem why it cannot be deployed; null when it can
 * @param action does it; nothing to do when nothing changes
 */
record Component(String type, String fullName, String file, Effect change, @Nullable String problem, Runnable action) {
    /** What a deploy does with a component. */
    enum Effect {
        CREATED,
        CHANGED,
        UNCHANGED,
        DELETED
    }

    static Component of(String type, String fullName, String file, Effect change, Runnable action) {
        return new Component(type, fullName, file, change, null, action);
    }

    static Component failed(String type, String fullName, String file, String problem) {
        return new Component(type, fullName, file, Effect.UNCHANGED, problem, () -> {});
    }
}
