package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.Arrays;

/**
 * What a search pays for breaking rules, so that it may pass through plans that do. Each seat has its own price of a band,
 * since one dear seat must not make all others stiff.
 *
 * @param potential by seat, cents for a whole target outside its band of potential
 * @param work by seat, cents for a whole target outside its band of work
 * @param cap cents an account over a cap
 * @param move cents an account moved beyond what may
 */
record Strain(double[] potential, double[] work, double cap, double move) {
    /** Being outside at all, so that a search does not rest a cent outside. */
    private static final double EDGE = 0.001;

    private static final double FIRM = 4;
    private static final double LEAST_BAND = 2;
    private static final double LEAST = 8;

    /**
     * Dearer than the room there at the prices.
     *
     * @param mean cost of a unit, cents
     */
    static Strain of(TerritoryProblem problem, Duals duals, double mean) {
        double room = mean * problem.units().size() / problem.seats().size();
        return new Strain(
                bands(duals.dearOf(Gauge.Kind.POTENTIAL), room),
                bands(duals.dearOf(Gauge.Kind.WORK), room),
                Math.max(LEAST * mean, FIRM * duals.dearestCap()),
                LEAST * mean + duals.moving());
    }

    private static double[] bands(double[] dear, double room) {
        return Arrays.stream(dear)
                .map(price -> Math.max(LEAST_BAND * room, FIRM * price))
                .toArray();
    }

    /** What a load outside its band costs at the full price, cents. */
    static double outside(Band band, long load, double whole) {
        long out = load > band.high() ? load - band.high() : load < band.low() ? band.low() - load : 0;
        return out == 0 ? 0 : whole * (EDGE + (double) out / band.target());
    }
}
