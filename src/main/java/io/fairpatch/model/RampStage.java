package io.fairpatch.model;

/** How far a rep has come in the job; limits the size of the book. */
public enum RampStage {
    NEW,
    RAMPING,
    RAMPED,
    SENIOR
}
