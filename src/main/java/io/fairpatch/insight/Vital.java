package io.fairpatch.insight;

import java.util.List;

/**
 * A number that tells how healthy territories are, of the org or of one of its territories or reps.
 *
 * @param key territory key or user id; the name of the sign for the org as a whole
 * @param subject as people call it; empty for the org as a whole
 * @param value now, or of the last quarter
 * @param earlier of the quarters before, the newest first; empty for what has no history
 */
public record Vital(Sign sign, String key, String subject, double value, List<Double> earlier) {
    public Vital {
        earlier = List.copyOf(earlier);
    }

    /** What is measured. */
    public enum Sign {
        /** Highest over lowest potential for target of staffed territories, less 1. */
        SPREAD,
        /** Hours for each unit of capacity of a territory, over the team's average. */
        LOAD,
        /** Accounts of someone who left. */
        LEFT,
        /** Accounts of an active rep; watched for reps without any. */
        BOOK,
        /** Surging accounts of a territory, as a share of its accounts. */
        SURGE,
        /** Days since the newest date of assignment. */
        AGE,
        /** Won over potential of a territory in a quarter, over the same of all. */
        RESULT,
        /** Won in a quarter over a quarter of the rep's yearly quota. */
        ATTAINMENT
    }
}
