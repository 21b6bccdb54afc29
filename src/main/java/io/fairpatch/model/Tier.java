package io.fairpatch.model;

/** How good an account is by its score: one from 80, two from 50, three below (editable cut-offs). */
public enum Tier {
    ONE,
    TWO,
    THREE
}
