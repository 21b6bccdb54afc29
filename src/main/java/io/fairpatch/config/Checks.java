package io.fairpatch.config;

/** Range checks that name the key. The loader adds file and line. */
final class Checks {
    private Checks() {}

    static void between(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "The value (" + value + ") of " + key + " must be between " + least + " and " + most);
        }
    }

    static void that(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
