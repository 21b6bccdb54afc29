package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.OrgTable;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Yearly quotas in dollars. Most are set at about three quarters of what the book can bring, as they should be; every
 * fifth was set by habit, and is far too high or too low. Safe for threads.
 */
final class Quotas {
    private static final double USUAL_SHARE = 0.75;
    private static final double WOBBLE = 0.03;
    private static final int HABIT = 5;
    private static final double TOO_HIGH = 1.3;
    private static final double TOO_LOW = 0.6;
    private static final int ROUNDED_TO = 1_000;
    /** What others of its kind could spend more, where nobody said. */
    private static final double USUAL_EXPANSION = 0.6;
    /** A first deal with a company of the usual revenue; it grows with the root of that. */
    private static final double USUAL_DEAL = 42_000;

    private static final double USUAL_REVENUE = 3_900_000;
    private static final double LEAST_SIZE = 0.25;
    private static final double MOST_SIZE = 4;

    private static final int QUARTERS = 4;

    private final World world;
    private double @Nullable [] attainable;

    Quotas(World world) {
        this.world = world;
    }

    /** By seller; the first time takes a pass over all accounts. */
    private synchronized double[] attainable() {
        if (attainable == null) {
            var books = new double[world.staff().sellers().size()];
            world.accounts().filter(account -> account.owner() != null).forEach(account -> add(account, books));
            attainable = books;
        }
        return attainable;
    }

    private void add(Draft account, double[] books) {
        var profile = account.profile();
        double chance = world.market().winRate(Region.ofState(account.place().state()), profile.industry());
        double worth = profile.spend() == null ? 0 : profile.spend();
        worth += chance * more(profile);
        books[Objects.requireNonNull(account.owner()).number()] += worth;
    }

    /** What it could spend more, or in the first place, as far as anybody can tell. */
    private static double more(Profile profile) {
        if (profile.expansion() != null) {
            return profile.expansion();
        }
        return profile.spend() == null
                ? USUAL_DEAL * Math.max(LEAST_SIZE, Math.min(MOST_SIZE, Math.sqrt(profile.revenue() / USUAL_REVENUE)))
                : USUAL_EXPANSION * profile.spend();
    }

    long of(Seller seller) {
        Dice dice = Dice.of(world.config().seed(), "quota", seller.number());
        double share = USUAL_SHARE + WOBBLE * (2 * dice.share() - 1);
        if (seller.number() % HABIT == HABIT - 1) {
            share *= dice.chance(0.5) ? TOO_HIGH : TOO_LOW;
        }
        return Math.max(1, Math.round(share * attainable()[seller.number()] / ROUNDED_TO)) * ROUNDED_TO;
    }

    /** The quotas of this year's quarters, as forecasting keeps them. */
    OrgTable table() {
        return new Columns<Quarter>("ForecastingQuota")
                .add("Id", quarter -> "FQU-%05d-%d".formatted(quarter.seller.number() + 1, quarter.number))
                .add("QuotaOwnerId", quarter -> quarter.seller.id())
                .add(
                        "StartDate",
                        quarter -> world.config().today().withDayOfYear(1).plusMonths(3L * quarter.number))
                .add("IsAmount", quarter -> true)
                .add("QuotaAmount", quarter -> of(quarter.seller) / QUARTERS)
                .table(() -> world.staff().reps().stream().flatMap(Quarter::all));
    }

    /** @param number from 0 */
    private record Quarter(Seller seller, int number) {
        static Stream<Quarter> all(Seller seller) {
            return IntStream.range(0, QUARTERS).mapToObj(number -> new Quarter(seller, number));
        }
    }
}
