package io.fairpatch.score.learn;

import io.fairpatch.score.learn.BackTest.Learned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How a learned model did on deals it had never seen, beside the rules.
 *
 * @param model measures of the learned model
 * @param rules measures of the segments' win rates
 * @param gain Brier skill of the model less that of the rules
 * @param gainLow lower end of the 99 % bootstrap interval of {@code gain}
 * @param gainHigh its upper end
 * @param deciles by predicted probability, the lowest first
 * @param learned what was judged
 */
public record Verdict(
        Setting setting,
        Measures model,
        Measures rules,
        double gain,
        double gainLow,
        double gainHigh,
        List<Decile> deciles,
        Learned learned) {
    private static final int RESAMPLES = 1_000;
    private static final double TAIL = 0.005;
    private static final int TENTH = 10;

    public Verdict {
        deciles = List.copyOf(deciles);
    }

    /**
     * What was learned from and judged on.
     *
     * @param until last day that was learned from
     * @param base share won among the deals learned from
     */
    public record Setting(LocalDate until, int learnedFrom, int judgedOn, double base) {}

    /**
     * Quality of probabilities.
     *
     * @param auc chance that a won deal has the higher probability than a lost one, 0.5 is none
     * @param brier mean squared error of the probabilities
     * @param skill 1 - Brier over that of the base rate: above 0 is better than knowing only the base rate
     * @param lift share won in the top tenth over share won in all
     */
    public record Measures(double auc, double brier, double skill, double lift) {}

    /** A tenth of the deals by predicted probability: what was said and what came. */
    public record Decile(int deals, double predicted, double won) {}

    /** Whether it beat the rules beyond doubt; only then may a person switch it on. */
    public boolean earned() {
        return gainLow > 0;
    }

    static Verdict of(
            Setting setting, boolean[] outcomes, double[] byModel, double[] byRules, Learned learned, long seed) {
        double base = setting.base();
        double[] gains = gains(outcomes, byModel, byRules, base, seed);
        var model = measures(outcomes, byModel, base);
        var rules = measures(outcomes, byRules, base);
        return new Verdict(
                setting,
                model,
                rules,
                model.skill() - rules.skill(),
                gains[(int) (TAIL * RESAMPLES)],
                gains[(int) ((1 - TAIL) * RESAMPLES) - 1],
                deciles(outcomes, byModel),
                learned);
    }

    /** Gains of skill over resampled deals, ascending. */
    private static double[] gains(boolean[] outcomes, double[] byModel, double[] byRules, double base, long seed) {
        var random = new SplittableRandom(seed);
        var gains = new double[RESAMPLES];
        for (int sample = 0; sample < RESAMPLES; sample++) {
            double model = 0;
            double rules = 0;
            double none = 0;
            for (int i = 0; i < outcomes.length; i++) {
                int at = random.nextInt(outcomes.length);
                double came = outcomes[at] ? 1 : 0;
                model += square(byModel[at] - came);
                rules += square(byRules[at] - came);
                none += square(base - came);
            }
            gains[sample] = none == 0 ? 0 : (rules - model) / none;
        }
        Arrays.sort(gains);
        return gains;
    }

    private static Measures measures(boolean[] outcomes, double[] predicted, double base) {
        double brier = 0;
        double none = 0;
        for (int i = 0; i < outcomes.length; i++) {
            double came = outcomes[i] ? 1 : 0;
            brier += square(predicted[i] - came);
            none += square(base - came);
        }
        var tenths = deciles(outcomes, predicted);
        double all =
                IntStream.range(0, outcomes.length).filter(i -> outcomes[i]).count() / (double) outcomes.length;
        return new Measures(
                auc(outcomes, predicted),
                brier / outcomes.length,
                none == 0 ? 0 : 1 - brier / none,
                all == 0 ? 0 : tenths.get(tenths.size() - 1).won() / all);
    }

    /** By ranks; equal probabilities share theirs. */
    static double auc(boolean[] outcomes, double[] predicted) {
        var order = order(predicted);
        double ranks = 0;
        double won = 0;
        for (int i = 0; i < order.size(); ) {
            int next = i;
            while (next < order.size() && predicted[order.get(next)] == predicted[order.get(i)]) {
                next++;
            }
            for (int j = i; j < next; j++) {
                if (outcomes[order.get(j)]) {
                    ranks += (i + 1 + next) / 2.0;
                    won++;
                }
            }
            i = next;
        }
        double lost = outcomes.length - won;
        return won == 0 || lost == 0 ? 0.5 : (ranks - won * (won + 1) / 2) / (won * lost);
    }

    private static List<Decile> deciles(boolean[] outcomes, double[] predicted) {
        var order = order(predicted);
        var deciles = new ArrayList<Decile>();
        for (int tenth = 0; tenth < TENTH; tenth++) {
            var part = order.subList(tenth * order.size() / TENTH, (tenth + 1) * order.size() / TENTH);
            deciles.add(new Decile(
                    part.size(),
                    part.stream().mapToDouble(at -> predicted[at]).average().orElse(0),
                    part.stream().filter(at -> outcomes[at]).count() / (double) Math.max(1, part.size())));
        }
        return deciles;
    }

    private static List<Integer> order(double[] predicted) {
        return IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> predicted[at])
                        .thenComparing(at -> at))
                .toList();
    }

    private static double square(double value) {
        return value * value;
    }
}
