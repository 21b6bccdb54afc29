package io.fairpatch.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** Orgs whose true win rates are known: industries vary around the org, the regions of an industry around the industry. */
public final class SimulatedRates {
    private static final int INDUSTRIES = 6;
    private static final int REGIONS = 5;

    private long cells;
    private long covered;
    private double error;
    private double rawError;

    /** Share of cells whose true rate lies in the 90 % interval. */
    public double cover() {
        return (double) covered / cells;
    }

    /** Mean squared error of the cells under 20 deals, over that of their raw rates. */
    public double errorOverRaw() {
        return error / rawError;
    }

    public static SimulatedRates of(int orgs, long seed) {
        var outcome = new SimulatedRates();
        var random = new Random(seed);
        for (int org = 0; org < orgs; org++) {
            outcome.add(random);
        }
        return outcome;
    }

    private void add(Random random) {
        double whole = 0.1 + 0.3 * random.nextDouble();
        double industryStrength = 10 + 60 * random.nextDouble();
        double regionStrength = 10 + 60 * random.nextDouble();
        var cube = new DealCells();
        var truth = new ArrayList<Double>();
        var at = new ArrayList<Integer>();
        for (int industry = 0; industry < INDUSTRIES; industry++) {
            double industryRate = beta(whole, industryStrength, random);
            for (int region = 0; region < REGIONS; region++) {
                double rate = beta(industryRate, regionStrength, random);
                int cell = cube.cell(List.of("I" + industry, "R" + region));
                int deals = 1 + (int) Math.exp(2.2 + 1.1 * random.nextGaussian());
                for (int i = 0; i < deals; i++) {
                    cube.add(cell, random.nextDouble() < rate, null);
                }
                truth.add(rate);
                at.add(cell);
            }
        }
        var estimates = cube.estimates();
        for (int i = 0; i < truth.size(); i++) {
            judge(estimates.get(at.get(i)), truth.get(i));
        }
    }

    private void judge(CellEstimate cell, double truth) {
        cells++;
        covered += cell.rate().low() <= truth && truth <= cell.rate().high() ? 1 : 0;
        if (cell.deals() < 20) {
            error += Math.pow(cell.rate().mean() - truth, 2);
            rawError += Math.pow(cell.rawRate() - truth, 2);
        }
    }

    private static double beta(double mean, double strength, Random random) {
        return BetaDistribution.of(mean * strength, (1 - mean) * strength)
                .inverseCumulativeProbability(random.nextDouble());
    }
}
