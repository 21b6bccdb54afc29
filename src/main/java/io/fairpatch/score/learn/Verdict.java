package io.fairpatch.score.learn;

import io.fairpatch.score.learn.BackTest.Learned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a learned model did on deals it had never seen, beside the rules.
 *
 * @param model measures of the learned model
 * @param rules measures of the segments' win rates
 * @param doubt how far the model's measures may be off by chance
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
        Doubt doubt,
        double gain,
        double gainLow,
        double gainHigh,
        List<Decile> deciles,
        Learned learned) {
    /** Of the 99 % interval, on either side. */
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

    /** The 90 % bootstrap intervals of the model's measures. */
    public record Doubt(Interval auc, Interval brier, Interval skill, Interval lift) {
        private static final double TAIL = 0.05;

        static Doubt of(Bootstrap samples) {
            return new Doubt(
                    Bootstrap.interval(samples.aucs(), TAIL),
                    Bootstrap.interval(samples.briers(), TAIL),
                    Bootstrap.interval(samples.skills(), TAIL),
                    Bootstrap.interval(samples.lifts(), TAIL));
        }
    }

    /** A tenth of the deals by predicted probability: what was said and what came. */
    public record Decile(int deals, double predicted, double won) {}

    /** Whether it beat the rules beyond doubt; only then may a person switch it on. */
    public boolean earned() {
        return gainLow > 0;
    }

    static Verdict of(
            Setting setting, boolean[] outcomes, double[] byModel, double[] byRules, Learned learned, long seed) {
        double base = setting.base();
        int[] order = order(byModel);
        var samples = Bootstrap.of(outcomes, byModel, byRules, base, order, seed);
        var gain = Bootstrap.interval(samples.gains(), TAIL);
        var model = measures(outcomes, byModel, base);
        var rules = measures(outcomes, byRules, base);
        return new Verdict(
                setting,
                model,
                rules,
                Doubt.of(samples),
                model.skill() - rules.skill(),
                gain.low(),
                gain.high(),
                deciles(outcomes, byModel, order),
                learned);
    }

    private static Measures measures(boolean[] outcomes, double[] predicted, double base) {
        double brier = 0;
        double none = 0;
        for (int i = 0; i < outcomes.length; i++) {
            double came = outcomes[i] ? 1 : 0;
            brier += square(predicted[i] - came);
            none += square(base - came);
        }
        int[] order = order(predicted);
        var once = new int[outcomes.length];
        Arrays.fill(once, 1);
        return new Measures(
                Bootstrap.auc(once, outcomes, predicted, order),
                brier / outcomes.length,
                none == 0 ? 0 : 1 - brier / none,
                Bootstrap.lift(once, outcomes, order));
    }

    private static List<Decile> deciles(boolean[] outcomes, double[] predicted, int[] order) {
        var deciles = new ArrayList<Decile>();
        for (int tenth = 0; tenth < TENTH; tenth++) {
            int[] part = Arrays.copyOfRange(order, tenth * order.length / TENTH, (tenth + 1) * order.length / TENTH);
            deciles.add(new Decile(
                    part.length,
                    Arrays.stream(part)
                            .mapToDouble(at -> predicted[at])
                            .average()
                            .orElse(0),
                    Arrays.stream(part).filter(at -> outcomes[at]).count() / (double) Math.max(1, part.length)));
        }
        return deciles;
    }

    /** The lowest first; of equal ones in the order given. */
    static int[] order(double[] predicted) {
        return IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(at -> predicted[at]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double square(double value) {
        return value * value;
    }
}
