package io.fairpatch.model;

/** The school-mark view of a score. */
public enum Grade {
    A,
    B,
    C
}
