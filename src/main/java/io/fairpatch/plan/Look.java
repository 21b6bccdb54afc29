package io.fairpatch.plan;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.problem.PlanScore;
import java.util.List;

/**
 * What a choice by hand does to a plan.
 *
 * @param before the plan's score without it
 * @param after with it
 * @param books those it touches
 * @param violations what is broken with it in those books, one sentence each; empty when all rules and bands hold
 */
public record Look(PlanScore before, PlanScore after, List<Side> books, List<String> violations) {
    /** No choice does nothing. */
    public static final Look NOTHING = new Look(new PlanScore(0, 0, 0), new PlanScore(0, 0, 0), List.of(), List.of());

    public Look {
        books = List.copyOf(books);
        violations = List.copyOf(violations);
    }

    /**
     * A book with and without the choice.
     *
     * @param target of potential, cents; 0 for a rep without one
     */
    public record Side(SalesforceId rep, String name, long target, Load before, Load after) {}

    /** What a book holds: potential in cents and work in minutes a year. */
    public record Load(int accounts, long potential, long minutes) {}
}
