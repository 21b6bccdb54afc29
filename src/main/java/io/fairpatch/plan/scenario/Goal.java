package io.fairpatch.plan.scenario;

import io.fairpatch.config.PlanningConfig.Goals;
import java.util.function.ToDoubleFunction;

/**
 * What is traded off in a plan. A scenario weighs each anew by an option of its word: 2 makes it twice as dear as
 * {@code planning.yml} has it, 0 leaves it out.
 */
public enum Goal {
    TRAVEL("travel", "Little travel", "a kilometre and visit", Goals::travelPerKm),
    RELATIONSHIP(
            "relationship",
            "Relationships kept",
            "of an account's potential when its relationship ends",
            Goals::relationship),
    FIT("fit", "Reps who fit", "a point by which another rep fits better", Goals::fit),
    MIX("mix", "Mixed books", "an account by which a book misses its mix", Goals::mixCents),
    LEARNING(
            "learning",
            "Books to learn on",
            "an account, or step of company size, above the team's mean in the book of a rep who ramps",
            Goals::learningCents),
    HANDOVER("handover", "Few handovers", "an account that changes its rep", Goals::moveCents);

    static final double MOST = 100;
    private static final double MOST_RELATIONSHIP = 10;

    private final String word;
    private final String title;
    private final String unit;
    private final ToDoubleFunction<Goals> price;

    Goal(String word, String title, String unit, ToDoubleFunction<Goals> price) {
        this.word = word;
        this.title = title;
        this.unit = unit;
        this.price = price;
    }

    /** The option's name. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /** What its price is for. */
    public String unit() {
        return unit;
    }

    /** Cents, but for relationships, which cost a share of an account's potential. */
    public double price(Goals goals) {
        return price.applyAsDouble(goals);
    }

    /** Goals as a scenario weighs them. */
    static Goals weighed(Goals goals, Scenario scenario) {
        return new Goals(
                TRAVEL.weighed(scenario, goals),
                Math.min(MOST_RELATIONSHIP, RELATIONSHIP.weighed(scenario, goals)),
                FIT.weighed(scenario, goals),
                MIX.weighed(scenario, goals),
                HANDOVER.weighed(scenario, goals),
                LEARNING.weighed(scenario, goals));
    }

    private double weighed(Scenario scenario, Goals goals) {
        return price(goals) * scenario.number(word, 1, 0, MOST);
    }
}
