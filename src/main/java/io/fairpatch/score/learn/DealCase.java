package io.fairpatch.score.learn;

import java.time.LocalDate;
import java.util.List;

/**
 * A closed deal with what was known on the day it was created.
 *
 * @param features in the order of {@link DealCases#FEATURES}
 * @param segment larger cell first, for the rule model's win rate
 */
public record DealCase(LocalDate created, LocalDate closed, boolean won, double[] features, List<String> segment) {
    public DealCase {
        segment = List.copyOf(segment);
    }
}
