package io.fairpatch.score;

import io.fairpatch.model.Account;
import io.fairpatch.model.SizeClass;
import io.fairpatch.model.WinChance;
import java.util.List;

/** Says how likely a deal with an account is won. Implementations are stateless or thread-safe. */
@FunctionalInterface
public interface WinModel {
    /** By the rules: the win rate of the account's segment. */
    WinModel RULES = (asked, bySegment) -> bySegment;

    /** @param bySegment what the rules say */
    WinChance chance(Asked asked, WinChance bySegment);

    /**
     * Whom a deal would be with.
     *
     * @param target whether its industry is a target
     * @param segment industry, then region
     */
    record Asked(Account account, SizeClass size, boolean target, List<String> segment) {
        public Asked {
            segment = List.copyOf(segment);
        }
    }
}
