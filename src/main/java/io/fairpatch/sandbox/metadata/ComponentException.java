package io.fairpatch.sandbox.metadata;

/** A component that cannot be deployed, in the words of a real org. */
final class ComponentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ComponentException(String problem) {
        super(problem);
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
