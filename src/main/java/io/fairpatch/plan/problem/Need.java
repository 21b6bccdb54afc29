package io.fairpatch.plan.problem;

/** What an account asks of its rep besides room; each is a hard rule. */
public enum Need {
    LANGUAGE("language"),
    COMPLIANCE("compliance"),
    TIME_ZONE("time zone"),
    TEAM("team"),
    FORBIDDEN("forbidden");

    private final String words;

    Need(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
