package io.fairpatch.plan;

/** The rules a move is explained by, as they are grouped for people. */
enum Rule {
    BALANCE("balance"),
    WORKLOAD("workload"),
    CAPACITY("capacity"),
    TRAVEL("travel"),
    RELATIONSHIP("relationship"),
    FAMILY("family"),
    LANGUAGE("language"),
    COMPLIANCE("compliance"),
    OWNERLESS("ownerless"),
    INACTIVE_OWNER("inactive owner"),
    MOVE_LIMIT("limit on moves");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
