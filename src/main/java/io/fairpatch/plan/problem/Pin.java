package io.fairpatch.plan.problem;

/** Why a unit must stay with, or go to, one seat. In ascending order of what wins. */
public enum Pin {
    NONE("free"),
    NAMED("a named account"),
    HELD("a deal is about to close"),
    PROTECTED("the book is protected"),
    OUT_OF_SCOPE("the account is not up for planning"),
    CHOSEN("pinned by hand");

    private final String words;

    Pin(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it keeps an account with whoever has it. */
    public boolean stays() {
        return switch (this) {
            case NAMED, HELD, PROTECTED, OUT_OF_SCOPE -> true;
            case NONE, CHOSEN -> false;
        };
    }
}
