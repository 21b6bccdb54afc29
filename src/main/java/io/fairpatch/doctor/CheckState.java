package io.fairpatch.doctor;

/** How a check ended. */
public enum CheckState {
    /** As it should be. */
    PASS,
    /** Works, but somebody should look; or it could not be checked. */
    WARN,
    /** Something will not work until it is mended. */
    FAIL
}
