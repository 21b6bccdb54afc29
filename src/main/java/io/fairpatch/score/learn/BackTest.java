package io.fairpatch.score.learn;

import io.fairpatch.score.CellEstimate;
import io.fairpatch.score.DealCells;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Learns from deals closed up to a day and is judged on deals created after it, as it would have been used: never on deals
 * it has seen, never at random.
 */
public final class BackTest {
    /** Fewer deals to learn from, or to be judged on, prove nothing. */
    static final int FEWEST = 200;

    private static final double LEARN = 0.65;
    private static final double RIDGE = 10;
    /** Share of the deals learned from that the segments' rates come from, and up to which the model is fitted. */
    private static final double RATES = 0.45;

    private static final double FIT = 0.8;

    private BackTest() {}

    /**
     * Runs the test.
     *
     * @return empty when there are fewer than {@value #FEWEST} deals on either side, or all end alike
     */
    public static Optional<Verdict> run(List<DealCase> all, long seed) {
        var cases = inOrder(all);
        if (cases.size() < 2 * FEWEST) {
            return Optional.empty();
        }
        LocalDate until = cases.get((int) (LEARN * cases.size())).closed();
        var past = cases.stream().filter(deal -> !deal.closed().isAfter(until)).toList();
        var future =
                cases.stream().filter(deal -> deal.created().isAfter(until)).toList();
        long won = past.stream().filter(DealCase::won).count();
        if (future.size() < FEWEST || past.size() < FEWEST || won == 0 || won == past.size()) {
            return Optional.empty();
        }
        return Optional.of(judge(past, future, until, seed));
    }

    /** Of one day by all that tells them apart: the order in which deals were read changes nothing. */
    static List<DealCase> inOrder(List<DealCase> cases) {
        return cases.stream()
                .sorted(Comparator.comparing(DealCase::closed)
                        .thenComparing(DealCase::created)
                        .thenComparing(deal -> String.join("\n", deal.segment()))
                        .thenComparing(DealCase::won)
                        .thenComparing(deal -> Arrays.toString(deal.features())))
                .toList();
    }

    private static Verdict judge(List<DealCase> past, List<DealCase> future, LocalDate until, long seed) {
        var learned = learn(past);
        var rates = new SegmentRates(past);
        double base = past.stream().filter(DealCase::won).count() / (double) past.size();
        var outcomes = new boolean[future.size()];
        var byModel = new double[future.size()];
        var byRules = new double[future.size()];
        for (int i = 0; i < outcomes.length; i++) {
            DealCase deal = future.get(i);
            outcomes[i] = deal.won();
            byRules[i] = rates.of(deal.segment());
            byModel[i] = learned.model().probability(rates.features(deal));
        }
        return Verdict.of(
                new Verdict.Setting(until, past.size(), future.size(), base),
                outcomes,
                byModel,
                byRules,
                learned,
                seed);
    }

    /**
     * Fits the model on deals whose segment rate comes from deals before them, so that the rate is not trusted too much,
     * and calibrates it on the newest, which it was not fitted on.
     */
    static Learned learn(List<DealCase> past) {
        int rated = (int) (RATES * past.size());
        int fitted = (int) (FIT * past.size());
        var early = new SegmentRates(past.subList(0, rated));
        var model =
                Logistic.fit(rows(early, past.subList(rated, fitted)), outcomes(past.subList(rated, fitted)), RIDGE);
        var newest = past.subList(fitted, past.size());
        var said =
                Arrays.stream(rows(early, newest)).mapToDouble(model::logOdds).toArray();
        var calibration = Calibration.fit(said, outcomes(newest));
        return new Learned(calibration.of(model), calibration);
    }

    /** @param model calibrated */
    public record Learned(Logistic model, Calibration calibration) {}

    private static double[][] rows(SegmentRates rates, List<DealCase> cases) {
        return cases.stream().map(rates::features).toArray(double[][]::new);
    }

    private static boolean[] outcomes(List<DealCase> cases) {
        var outcomes = new boolean[cases.size()];
        IntStream.range(0, outcomes.length)
                .forEach(i -> outcomes[i] = cases.get(i).won());
        return outcomes;
    }

    /** Win rates of segments by the rules: drawn to the larger one where there are few deals. */
    static final class SegmentRates {
        private final Map<List<String>, Double> rates;

        SegmentRates(List<DealCase> past) {
            var cells = new DealCells();
            past.forEach(deal -> cells.add(cells.cell(deal.segment()), deal.won(), null));
            rates = cells.estimates().stream().collect(Collectors.toMap(CellEstimate::path, cell -> cell.rate()
                    .mean()));
        }

        /** That of the larger segment where no deal of it is known; the whole always has one. */
        double of(List<String> segment) {
            Double rate = rates.get(segment);
            return rate != null ? rate : of(segment.subList(0, segment.size() - 1));
        }

        double[] features(DealCase deal) {
            return features(deal.features(), deal.segment());
        }

        /** The deal's own features and the log-odds of its segment. */
        double[] features(double[] own, List<String> segment) {
            double rate = Math.max(0.001, Math.min(0.999, of(segment)));
            var row = Arrays.copyOf(own, own.length + 1);
            row[row.length - 1] = Math.log(rate / (1 - rate));
            return row;
        }
    }
}
