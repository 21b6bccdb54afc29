package io.fairpatch.plan;

import io.fairpatch.plan.problem.Need;

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
    TIME_ZONE("time zone"),
    TEAM("team"),
    FORBIDDEN("forbidden"),
    PIN("pin"),
    FIT("fit"),
    MIX("mix"),
    LEARNING("learning"),
    OWNERLESS("ownerless"),
    INACTIVE_OWNER("inactive owner"),
    MOVE_LIMIT("limit on moves");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    static Rule of(Need need) {
        return switch (need) {
            case LANGUAGE -> LANGUAGE;
            case COMPLIANCE -> COMPLIANCE;
            case TIME_ZONE -> TIME_ZONE;
            case TEAM -> TEAM;
            case FORBIDDEN -> FORBIDDEN;
        };
    }

    String words() {
        return words;
    }
}
