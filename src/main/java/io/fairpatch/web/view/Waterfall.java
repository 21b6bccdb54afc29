package io.fairpatch.web.view;

import io.fairpatch.model.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts that add up to a number, each part starting where the last one ended.
 *
 * @param total the sum of the parts, in the unit of the reasons
 */
public record Waterfall(List<Step> steps, double total, double low, double high) {
    private static final double WIDTH = 1000;

    public Waterfall {
        steps = List.copyOf(steps);
    }

    /** One part: from where to where it moves the sum. */
    public record Step(String rule, String sentence, double points, double from, double to) {}

    /** Lays the reasons end to end. */
    public static Waterfall of(List<Reason> reasons) {
        List<Step> steps = new ArrayList<>();
        double sum = 0;
        double low = 0;
        double high = 0;
        for (Reason reason : reasons) {
            double next = sum + reason.points();
            steps.add(new Step(reason.rule(), reason.sentence(), reason.points(), sum, next));
            low = Math.min(low, next);
            high = Math.max(high, next);
            sum = next;
        }
        return new Waterfall(steps, sum, low, high);
    }

    /** Left end of a step on a picture 1000 wide. */
    public long x(Step step) {
        return place(Math.min(step.from(), step.to()));
    }

    /** Width of a step, never so thin that it is lost. */
    public long width(Step step) {
        return Math.max(6, place(Math.max(step.from(), step.to())) - x(step));
    }

    public long zero() {
        return place(0);
    }

    private long place(double value) {
        return high == low ? 0 : Math.round((value - low) / (high - low) * WIDTH);
    }
}
