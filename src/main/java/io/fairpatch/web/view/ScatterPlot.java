package io.fairpatch.web.view;

import io.fairpatch.plan.scenario.ScenarioResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Disturbance across, unfairness up: down and left is better. On a picture 760 by 320.
 *
 * @param fairUpTo the highest over lowest that bands allow
 * @param beyond whether a dot at the upper edge stands for more than {@code mostUnfair}
 */
public record ScatterPlot(List<Dot> dots, double mostMoved, double mostUnfair, double fairUpTo, boolean beyond) {
    public static final int LEFT = 60;
    public static final int RIGHT = 740;
    public static final int TOP = 20;
    public static final int BOTTOM = 270;
    private static final double APART = 26;
    private static final double WORST_SHOWN = 4;

    public ScatterPlot {
        dots = List.copyOf(dots);
    }

    /**
     * One scenario; number 0 is how things are today.
     *
     * @param spread highest over lowest potential
     */
    public record Dot(int number, String title, double x, double y, double spread) {}

    /**
     * @param titles of {@code results}, in their order
     * @param band of potential, a share either side
     */
    public static ScatterPlot of(List<String> titles, List<ScenarioResult> results, double band) {
        double fair = band >= 1 ? WORST_SHOWN : (1 + band) / (1 - band);
        double moved = 0.05;
        double unfair = fair;
        for (ScenarioResult result : results) {
            moved = Math.max(moved, moved(result));
            unfair = Math.max(unfair, result.after().potential().spread());
            unfair = Math.max(unfair, result.before().potential().spread());
        }
        double shown = Math.min(WORST_SHOWN, unfair) * 1.05;
        var empty = new ScatterPlot(List.of(), moved, shown, fair, unfair > shown);
        var dots = new ArrayList<Dot>();
        dots.add(empty.dot(0, "Today", 0, results.get(0).before().potential().spread(), dots));
        for (int i = 0; i < results.size(); i++) {
            double spread = results.get(i).after().potential().spread();
            dots.add(empty.dot(i + 1, titles.get(i), moved(results.get(i)), spread, dots));
        }
        return new ScatterPlot(dots, empty.mostMoved, empty.mostUnfair, fair, empty.beyond);
    }

    private static double moved(ScenarioResult result) {
        return result.accounts() == 0 ? 0 : (double) result.change().moves() / result.accounts();
    }

    /** Dots that would hide one another stand side by side. */
    private Dot dot(int number, String title, double moved, double spread, List<Dot> others) {
        double x = LEFT + (RIGHT - LEFT) * moved / mostMoved;
        double y = y(spread);
        for (Dot other : others) {
            if (Math.abs(other.x() - x) < APART && Math.abs(other.y() - y) < APART) {
                x = other.x() + APART;
            }
        }
        return new Dot(number, title, Math.min(x, RIGHT), y, spread);
    }

    /** Places are whole pixels; what is beyond the scale stands at its edge. */
    public long y(double spread) {
        double share = Math.max(0, Math.min(1, (spread - 1) / (mostUnfair - 1)));
        return Math.round(BOTTOM - (BOTTOM - TOP) * share);
    }

    public String alt() {
        var text = new StringBuilder(
                "Share of accounts that move, and highest over lowest potential: the table says both.");
        dots.stream().filter(dot -> dot.number() > 0).forEach(dot -> text.append(" ")
                .append(dot.number())
                .append(" ")
                .append(dot.title())
                .append("."));
        return text.toString();
    }
}
