package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.TerritoryProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The bound over every eligible pair, candidates or not, and the seats a search has missed. With prices pi on the bands
 * and mu on moving,
 *
 * <pre>sum_u min_s [cost + mu moved + sum_k pi_sk load_k] - sum_sk (pi_sk >= 0 ? pi_sk high_sk : pi_sk low_sk) - mu limit</pre>
 *
 * is at most the cost of every plan within bands, caps and the limit on moves (Geoffrion, Lagrangean relaxation for integer
 * programming, 1974). Each minimum is lowered by its rounding error and rounded down to 1/1024 cent, the rest is exact, so
 * that the bound holds to the last digit.
 */
final class Pricing {
    private static final int PARTS = 64;
    private static final double GRAINS = 1024;
    /** Seats that join at once: where one was missed its neighbours mostly were too. */
    private static final int JOINED = 8;

    private final TerritoryProblem problem;
    private final Candidates candidates;
    private final Duals duals;

    Pricing(TerritoryProblem problem, Candidates candidates, Duals duals) {
        this.problem = problem;
        this.candidates = candidates;
        this.duals = duals;
    }

    /**
     * @param boundCents no plan costs less
     * @param missed by unit: a seat cheaper at the prices than every candidate, or -1
     */
    record Result(long boundCents, int[] missed) {
        /** Units that were missed. */
        long missing() {
            return IntStream.of(missed).filter(seat -> seat >= 0).count();
        }
    }

    private record Offer(int seat, double cents) {}

    /** Makes the cheapest seats of the units that were missed candidates. */
    void join(Result found) {
        IntStream.range(0, found.missed().length)
                .parallel()
                .filter(unit -> found.missed()[unit] >= 0)
                .forEach(this::join);
    }

    private void join(int unit) {
        double most = IntStream.of(candidates.of(unit))
                .mapToDouble(seat -> duals.reducedCost(unit, seat))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        IntStream.of(problem.units().get(unit).options())
                .mapToObj(seat -> new Offer(seat, duals.reducedCost(unit, seat)))
                .filter(offer -> offer.cents() < most)
                .sorted(Comparator.comparingDouble(Offer::cents).thenComparing(Offer::seat))
                .limit(JOINED)
                .forEach(offer -> candidates.add(unit, offer.seat()));
    }

    Result run() {
        int units = problem.units().size();
        int[] missed = new int[units];
        long grains = IntStream.range(0, PARTS)
                .parallel()
                .mapToLong(part ->
                        part((int) ((long) units * part / PARTS), (int) ((long) units * (part + 1) / PARTS), missed))
                .sum();
        BigDecimal sum = BigDecimal.valueOf(grains).divide(BigDecimal.valueOf((long) GRAINS));
        return new Result(
                sum.subtract(rooms()).setScale(0, RoundingMode.CEILING).longValueExact(), missed);
    }

    private long part(int from, int to, int[] missed) {
        long sum = 0;
        for (int unit = from; unit < to; unit++) {
            Duals.Least least = duals.least(problem.units().get(unit));
            missed[unit] = candidates.has(unit, least.seat()) ? -1 : least.seat();
            sum += (long) Math.floor(least.floor() * GRAINS);
        }
        return sum;
    }

    /** What the bands' ends and the limit on moves take off, exactly. */
    private BigDecimal rooms() {
        var sum = new BigDecimal(duals.moving()).multiply(BigDecimal.valueOf(problem.mostMoved()));
        for (int g = 0; g < duals.gauges().size(); g++) {
            Gauge gauge = duals.gauges().get(g);
            for (int seat = 0; seat < gauge.low().length; seat++) {
                double price = duals.prices()[g][seat];
                if (price != 0) {
                    long end = price > 0 ? gauge.high()[seat] : gauge.low()[seat];
                    sum = sum.add(new BigDecimal(price).multiply(BigDecimal.valueOf(end)));
                }
            }
        }
        return sum;
    }
}
