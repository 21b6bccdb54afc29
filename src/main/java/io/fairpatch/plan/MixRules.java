package io.fairpatch.plan;

import io.fairpatch.config.PlanningConfig;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.GrowthBand;
import io.fairpatch.model.Tier;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Mix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each book should be made of: its share, by capacity, of tiers, customers and growth accounts. */
final class MixRules {
    private final Roster roster;
    private final PlanningConfig.Mix wanted;
    private final int[] totals = new int[Count.values().length];

    MixRules(Roster roster, PlanningConfig.Mix wanted, List<AccountScore> accounts) {
        this.roster = roster;
        this.wanted = wanted;
        for (AccountScore score : accounts) {
            for (Count count : Count.values()) {
                totals[count.ordinal()] += counts(score, count) ? 1 : 0;
            }
        }
    }

    /** Whether an account is of a kind. */
    static boolean counts(AccountScore score, Count count) {
        return switch (count) {
            case ACCOUNTS -> true;
            case TIER_1 -> score.tier() == Tier.ONE;
            case TIER_2 -> score.tier() == Tier.TWO;
            case TIER_3 -> score.tier() == Tier.THREE;
            case CUSTOMERS -> score.customer();
            case GROWTH -> score.profile().growth() == GrowthBand.HIGH;
        };
    }

    /** Open for a team without target, and where roles part the accounts among them. */
    Mix of(int seat, Caps caps) {
        if (roster.isOpen(seat) || !roster.group(seat).isEmpty()) {
            return Mix.OPEN;
        }
        var mix = Mix.open();
        double share = roster.share(seat);
        boolean each = wanted.eachTier();
        Integer near = wanted.tier1();
        if (near != null) {
            double fair = totals[Count.TIER_1.ordinal()] * share;
            mix.with(Count.TIER_1, (int) Math.max(0, Math.floor(fair) - near), (int) Math.ceil(fair) + near);
        }
        for (Count tier : List.of(Count.TIER_1, Count.TIER_2, Count.TIER_3)) {
            if (each && totals[tier.ordinal()] >= roster.size() && caps.of(tier) > 0) {
                int i = tier.ordinal();
                mix.with(tier, Math.max(1, mix.low()[i]), mix.high()[i]);
            }
        }
        around(mix, Count.CUSTOMERS, wanted.customers(), share, caps);
        around(mix, Count.GROWTH, wanted.growth(), share, caps);
        return mix;
    }

    /** A capped book has fewer accounts than its share of potential: its range starts where its cap allows. */
    private void around(Mix mix, Count count, @Nullable Double either, double share, Caps caps) {
        int total = totals[count.ordinal()];
        if (either == null || total == 0) {
            return;
        }
        double fair = total * share;
        double room = caps.total() == Caps.NONE ? fair : (double) caps.total() * total / totals[0];
        mix.with(count, (int) Math.max(0, Math.floor(Math.min(fair, room) * (1 - either))), (int)
                Math.ceil(fair * (1 + either)));
    }
}
