package io.fairpatch.plan;

import io.fairpatch.config.PlanningConfig;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.GrowthBand;
import io.fairpatch.model.SizeClass;
import io.fairpatch.model.Tier;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Mix;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each book should be made of: its share, by capacity, of tiers, customers and growth accounts; and for who ramps a
 * smaller share of complex accounts than the team's, and a smaller mean size. Of books with no larger share of enterprise
 * companies and no larger mean size (in steps: 0, 1, 2) the mean cycle is no longer either, where cycles grow with size and
 * more so from mid-market to enterprise than before: {@code cycle = s + (m - s) SIZE + (e - 2 m + s) COMPLEX} an account.
 */
final class MixRules {
    private final Roster roster;
    private final PlanningConfig.Mix wanted;
    private final PlanningConfig.Goals goals;
    private final int[] totals = new int[Count.values().length];
    private final int[] least = new int[Count.values().length];

    MixRules(Roster roster, PlanningConfig planning, List<AccountScore> accounts) {
        this.roster = roster;
        this.wanted = planning.mix();
        this.goals = planning.goals();
        Arrays.fill(least, Integer.MAX_VALUE);
        for (AccountScore score : accounts) {
            for (Count count : Count.values()) {
                int adds = of(score, count);
                totals[count.ordinal()] += adds;
                least[count.ordinal()] = Math.min(least[count.ordinal()], adds);
            }
        }
    }

    /** What an account adds to a count. */
    static int of(AccountScore score, Count count) {
        return switch (count) {
            case ACCOUNTS -> 1;
            case TIER_1 -> one(score.tier() == Tier.ONE);
            case TIER_2 -> one(score.tier() == Tier.TWO);
            case TIER_3 -> one(score.tier() == Tier.THREE);
            case CUSTOMERS -> one(score.customer());
            case GROWTH -> one(score.profile().growth() == GrowthBand.HIGH);
            case COMPLEX -> one(Focus.isComplex(score.profile().size()));
            case SIZE -> steps(score.profile().size());
        };
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }

    private static int steps(SizeClass size) {
        return switch (size) {
            case ENTERPRISE -> 2;
            case MID_MARKET, UNKNOWN -> 1;
            case SMB -> 0;
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
            with(mix, Count.TIER_1, (int) Math.max(0, Math.floor(fair) - near), (int) Math.ceil(fair) + near);
        }
        for (Count tier : List.of(Count.TIER_1, Count.TIER_2, Count.TIER_3)) {
            if (each && totals[tier.ordinal()] >= roster.size() && caps.of(tier) > 0) {
                int i = tier.ordinal();
                with(mix, tier, Math.max(1, mix.low()[i]), mix.high()[i]);
            }
        }
        around(mix, Count.CUSTOMERS, wanted.customers(), share, caps);
        around(mix, Count.GROWTH, wanted.growth(), share, caps);
        if (Focus.ramps(roster.rep(seat).rampStage()) && !roster.isShielded(seat)) {
            learning(mix, (int) Math.min(caps.total(), share * totals[0]));
        }
        return mix;
    }

    private void with(Mix mix, Count count, int least, int most) {
        mix.with(count, least, most, goals.mixCents());
    }

    /**
     * A book to learn on: as many accounts as it has room for, so that what follows are means; fewer complex ones than as
     * many of the team's have, and smaller ones.
     */
    private void learning(Mix mix, int accounts) {
        mix.with(Count.ACCOUNTS, accounts, Caps.NONE, goals.learningCents());
        below(mix, Count.COMPLEX, accounts);
        below(mix, Count.SIZE, accounts);
    }

    private void below(Mix mix, Count count, int accounts) {
        double even = (double) accounts * totals[count.ordinal()] / totals[0];
        // where all accounts are alike, none is below the mean
        if (even > (double) accounts * least[count.ordinal()]) {
            mix.with(count, 0, (int) Math.ceil(even) - 1, goals.learningCents());
        }
    }

    /** A capped book has fewer accounts than its share of potential: its range starts where its cap allows. */
    private void around(Mix mix, Count count, @Nullable Double either, double share, Caps caps) {
        int total = totals[count.ordinal()];
        if (either == null || total == 0) {
            return;
        }
        double fair = total * share;
        double room = caps.total() == Caps.NONE ? fair : (double) caps.total() * total / totals[0];
        with(mix, count, (int) Math.max(0, Math.floor(Math.min(fair, room) * (1 - either))), (int)
                Math.ceil(fair * (1 + either)));
    }
}
