package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.Arrays;

/**
 * What a search pays for breaking rules, so that it may pass through plans that do. Each seat has its own prices of its
 * bands and caps, since one dear seat must not make all others stiff.
 *
 * @param potential by seat, cents for a whole target outside its band of potential
 * @param work by seat, cents for a whole target outside its band of work
 * @param cap by seat and, within it, {@link Count}: cents an account over the cap
 * @param move cents an account moved beyond what may
 */
record Strain(double[] potential, double[] work, double[] cap, double move) {
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
                caps(duals.dearOfCaps(), LEAST * mean),
                LEAST * mean + duals.moving());
    }

    private static double[] bands(double[] dear, double room) {
        return Arrays.stream(dear)
                .map(price -> Math.max(LEAST_BAND * room, FIRM * price))
                .toArray();
    }

    private static double[] caps(double[] dear, double least) {
        return Arrays.stream(dear).map(price -> Math.max(least, FIRM * price)).toArray();
    }

    /** What a load outside its band costs at the full price, cents. */
    static double outside(Band band, long load, double whole) {
        long out = load > band.high() ? load - band.high() : load < band.low() ? band.low() - load : 0;
        return out == 0 ? 0 : whole * (EDGE + (double) out / band.target());
    }
}
