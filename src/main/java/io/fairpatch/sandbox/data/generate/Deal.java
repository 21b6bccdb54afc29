package io.fairpatch.sandbox.data.generate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An opportunity before it becomes a row; amount in dollars. */
record Deal(
        String id,
        Draft account,
        String name,
        DealStage stage,
        @Nullable Long amount,
        LocalDate created,
        LocalDate close,
        Seller owner,
        String source) {
    private static final int HISTORY_DAYS = 3 * 365;
    private static final double OPEN = 0.15;
    private static final double MOST_CHANCE = 0.9;
    private static final List<String> SOURCES =
            List.of("Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other");

    static Deal draw(World world, Draft account, int number, Dice dice) {
        LocalDate today = world.config().today();
        boolean open = dice.chance(OPEN);
        LocalDate close =
                open ? today.plusDays(dice.between(-10, 170)) : today.minusDays(dice.between(1, HISTORY_DAYS));
        int cycle = 1 + (int) dice.logNormal(account.profile().segment().cycleDays, 0.5);
        LocalDate created = close.minusDays(cycle);
        DealStage stage = open
                ? DealStage.drawOpen(dice)
                : dice.chance(chanceToWin(world, account)) ? DealStage.WON : DealStage.LOST;
        return new Deal(
                "OPP-%07d-%03d".formatted(account.number() + 1, number + 1),
                account,
                account.name() + " - " + (number == 0 ? "First order" : "Order " + (number + 1)),
                stage,
                stage != DealStage.WON && dice.chance(0.03) ? null : (Long) amount(account.profile(), dice),
                created.isAfter(today) ? today : created,
                close,
                owner(world, account, dice),
                dice.pick(SOURCES));
    }

    /** Only customers win, so that prospects stay prospects; their share makes the rate of the market come out. */
    private static double chanceToWin(World world, Draft account) {
        if (!account.profile().customer()) {
            return 0;
        }
        double rate = world.market()
                .winRate(
                        Region.ofState(account.place().state()),
                        account.profile().industry());
        return Math.min(MOST_CHANCE, rate / Deals.CUSTOMERS_SHARE);
    }

    private static long amount(Profile profile, Dice dice) {
        double typical = profile.spend() == null ? profile.segment().medianDeal : 0.3 * profile.spend();
        return Math.max(500, Math.round(dice.logNormal(typical, 0.6) / 100) * 100);
    }

    private static Seller owner(World world, Draft account, Dice dice) {
        Seller holder =
                account.owner() == null ? world.books().draw(account.profile().segment(), dice) : account.owner();
        boolean colleague = holder.active() && dice.chance(0.08);
        return colleague ? world.staff().nearest(holder, other -> other.number() > holder.number()) : holder;
    }
}
