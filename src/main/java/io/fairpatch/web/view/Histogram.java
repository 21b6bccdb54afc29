package io.fairpatch.web.view;

import java.util.List;
import java.util.Locale;

/**
 * How many accounts have which score, by tens of points, with the tiers behind. Places are percent of the picture, so
 * that it fits any width and its words keep their size.
 */
public record Histogram(List<Bar> bars, List<Zone> zones) {
    private static final double TOP = 24;
    private static final double FLOOR = 88;
    private static final double WIDTH = 10;
    private static final double GAP = 0.6;

    public Histogram {
        bars = List.copyOf(bars);
        zones = List.copyOf(zones);
    }

    /**
     * One bar.
     *
     * @param from its least score: 0, 10 up to 90
     */
    public record Bar(int from, long accounts) {
        /** "80 to 89.9"; the last bar takes 100 in. */
        public String words() {
            return from + " to " + (from == 90 ? "100" : from + 9 + ".9");
        }

        public String x() {
            return percent(from + GAP / 2);
        }

        public String width() {
            return percent(WIDTH - GAP);
        }

        public String middle() {
            return percent(from + WIDTH / 2);
        }
    }

    /** The scores of one tier, from one cut-off to the next. */
    public record Zone(String tier, double from, double to, long accounts, String cssClass) {
        public String x() {
            return percent(from);
        }

        public String width() {
            return percent(to - from);
        }

        public String middle() {
            return percent((from + to) / 2);
        }
    }

    public String y(Bar bar) {
        return percent(FLOOR - height(bar));
    }

    public String tall(Bar bar) {
        return percent(height(bar));
    }

    private double height(Bar bar) {
        long most = bars.stream().mapToLong(Bar::accounts).max().orElse(0);
        return most == 0 ? 0 : (FLOOR - TOP) * bar.accounts() / most;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }
}
