package io.fairpatch.store;

/** How a deal stands. */
public enum DealState {
    OPEN,
    WON,
    LOST;

    static DealState of(boolean closed, boolean won) {
        return won ? WON : closed ? LOST : OPEN;
    }
}
