package io.fairpatch.plan.engine;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.Arrays;
import java.util.List;

/**
 * A territory problem in the kernel's terms, over candidate pairs. Loads are scaled, seat by seat, so that breaking a band
 * by a hundredth of its target weighs the same on every measure, much more on a hard one and less on a mix.
 */
final class Model {
    /** The kernel's cost of a cent: it counts in millionths of a dollar. */
    static final long CENT = 10_000;

    private static final double TARGET = 1e11;
    private static final double HARDER = 20;
    private static final double SOFTER = 0.2;
    /** Accounts a priced slack reaches; what a mix is missed by is less than this. */
    private static final long SLACK = 4;

    private final TerritoryProblem problem;
    private final List<Gauge> gauges;
    private final Candidates candidates;
    private final long[][] scale;
    private final List<Gauge> soft;
    private final long[][] softPrice;
    private final long moving;
    private final AssignmentProblem kernel;

    /**
     * @param gauges that the kernel holds to their bands
     * @param soft that are priced instead, at the prices of {@code duals}, as moving is
     */
    Model(TerritoryProblem problem, List<Gauge> gauges, List<Gauge> soft, Candidates candidates, Duals duals) {
        this.problem = problem;
        this.gauges = gauges;
        this.candidates = candidates;
        this.scale = scales();
        this.soft = soft;
        this.softPrice =
                soft.stream().map(gauge -> rounded(duals.pricesOf(gauge))).toArray(long[][]::new);
        this.moving = Math.round(duals.moving() * CENT);
        this.kernel = build();
    }

    private static long[] rounded(double[] prices) {
        return Arrays.stream(prices)
                .mapToLong(price -> Math.round(price * CENT))
                .toArray();
    }

    private long[][] scales() {
        var scales = new long[gauges.size()][problem.seats().size()];
        for (int g = 0; g < scales.length; g++) {
            Gauge gauge = gauges.get(g);
            for (int seat = 0; seat < scales[g].length; seat++) {
                double whole =
                        switch (gauge.kind()) {
                            case POTENTIAL, WORK, CUT -> TARGET / gauge.target()[seat];
                            default -> (gauge.kind().hard() ? HARDER : SOFTER) * TARGET / meanAccounts();
                        };
                scales[g][seat] = Math.max(1, Math.round(whole));
            }
        }
        return scales;
    }

    private double meanAccounts() {
        return Math.max(1, problem.units().size() / (double) problem.seats().size());
    }

    private AssignmentProblem build() {
        var builder = new ProblemBuilder(
                problem.seats().stream().map(Seat::name).toList(),
                gauges.stream().map(gauge -> gauge.kind().name()).toList());
        for (int g = 0; g < gauges.size(); g++) {
            for (int seat = 0; seat < problem.seats().size(); seat++) {
                band(builder, g, seat);
            }
        }
        for (Unit unit : problem.units()) {
            builder.unit(unit.name());
            for (int seat : candidates.of(unit.index())) {
                builder.option(seat, cost(unit.index(), seat), loads(unit.index(), seat));
            }
        }
        slacks(builder);
        return builder.build();
    }

    /**
     * Missing a mix costs money and breaks nothing: each end gets a slack of its own, so that its price never goes beyond
     * what missing it costs. The band is shifted by the slack of its upper end, which is full while it costs nothing.
     */
    private void slacks(ProblemBuilder builder) {
        for (int g = 0; g < gauges.size(); g++) {
            for (int seat = 0;
                    gauges.get(g).kind().soft() && seat < problem.seats().size();
                    seat++) {
                if (!gauges.get(g).isOpen(seat)) {
                    slack(builder, g, seat, 0, SLACK);
                    slack(builder, g, seat, SLACK, 0);
                }
            }
        }
    }

    private void slack(ProblemBuilder builder, int g, int seat, long free, long priced) {
        long[] none = new long[gauges.size()];
        long[] full = new long[gauges.size()];
        none[g] = free * scale[g][seat];
        full[g] = priced * scale[g][seat];
        builder.unit("slack " + g + " " + seat + " " + free);
        builder.option(seat, 0, none);
        builder.option(seat, gauges.get(g).miss()[seat] * CENT * SLACK, full);
    }

    private long cost(int unit, int seat) {
        long cost = problem.cost(unit, seat) * CENT + moving * problem.moved(unit, seat);
        for (int g = 0; g < softPrice.length; g++) {
            cost += softPrice[g][seat] == 0
                    ? 0
                    : softPrice[g][seat] * soft.get(g).load().of(unit, seat);
        }
        return cost;
    }

    private void band(ProblemBuilder builder, int g, int seat) {
        Gauge gauge = gauges.get(g);
        long low = gauge.low()[seat];
        long high = gauge.high()[seat];
        long shift = gauge.kind().soft() ? SLACK : 0;
        builder.band(
                seat,
                g,
                low == Gauge.OPEN_LOW ? AssignmentProblem.OPEN_LOW : (low + shift) * scale[g][seat],
                high == Gauge.OPEN_HIGH ? AssignmentProblem.OPEN_HIGH : (high + shift) * scale[g][seat]);
    }

    private long[] loads(int unit, int seat) {
        long[] loads = new long[gauges.size()];
        for (int g = 0; g < loads.length; g++) {
            loads[g] = gauges.get(g).isOpen(seat) ? 0 : gauges.get(g).load().of(unit, seat) * scale[g][seat];
        }
        return loads;
    }

    /** What is priced on top for all that is allowed, in the kernel's units: a plan's own cost is the kernel's less this. */
    long allowance() {
        long sum = Math.multiplyExact(moving, (long) problem.mostMoved());
        for (int g = 0; g < softPrice.length; g++) {
            for (int seat = 0; seat < softPrice[g].length; seat++) {
                long price = softPrice[g][seat];
                sum += price == 0
                        ? 0
                        : price
                                * (price > 0
                                        ? soft.get(g).high()[seat]
                                        : soft.get(g).low()[seat]);
            }
        }
        return sum;
    }

    AssignmentProblem kernel() {
        return kernel;
    }

    /** Seats by unit of the kernel's options by unit. */
    int[] seats(int[] choice) {
        int[] seats = new int[problem.units().size()];
        for (int unit = 0; unit < seats.length; unit++) {
            seats[unit] = kernel.agent(choice[unit]);
        }
        return seats;
    }

    /** The kernel's options of seats; the first option where the seat is no candidate. */
    int[] choice(int[] seats) {
        int[] choice = new int[kernel.units()];
        for (int unit = seats.length; unit < choice.length; unit++) {
            choice[unit] = kernel.first(unit);
        }
        for (int unit = 0; unit < seats.length; unit++) {
            int at = Arrays.binarySearch(candidates.of(unit), seats[unit]);
            choice[unit] = kernel.first(unit) + Math.max(0, at);
        }
        return choice;
    }

    /** The kernel's prices in cents for each unit of load, by gauge and seat. */
    double[][] prices(double[] kernelPrices) {
        var prices = new double[gauges.size()][problem.seats().size()];
        for (int g = 0; g < prices.length; g++) {
            for (int seat = 0; seat < prices[g].length; seat++) {
                prices[g][seat] = kernelPrices[seat * gauges.size() + g] * scale[g][seat] / CENT;
            }
        }
        return prices;
    }

    /** The reverse of {@link #prices(double[])}. */
    double[] kernelPrices(double[][] prices) {
        double[] back = new double[gauges.size() * problem.seats().size()];
        for (int g = 0; g < prices.length; g++) {
            for (int seat = 0; seat < prices[g].length; seat++) {
                back[seat * gauges.size() + g] = prices[g][seat] * CENT / scale[g][seat];
            }
        }
        return back;
    }
}
