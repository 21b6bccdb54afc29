package io.fairpatch.sandbox.state;

/** What takes a state back. */
final class Undo {
    private Undo() {}

    /** One that runs all of them, last first. */
    static Runnable all(Runnable... steps) {
        return () -> {
            for (int i = steps.length - 1; i >= 0; i--) {
                steps[i].run();
            }
        };
    }
}
