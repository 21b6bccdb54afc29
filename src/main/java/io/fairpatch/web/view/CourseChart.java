package io.fairpatch.web.view;

import io.fairpatch.jobs.CoursePoint;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Best cost and bound over time as two stepped lines, with the same as a table.
 *
 * @param points in the order of time
 */
public record CourseChart(List<CoursePoint> points) {
    private static final double LEFT = 90;
    private static final double RIGHT = 740;
    private static final double TOP = 20;
    private static final double BOTTOM = 250;
    private static final int ROWS = 12;

    public CourseChart {
        points = List.copyOf(points);
    }

    /** Whether there is anything to draw yet. */
    public boolean begun() {
        return !points.isEmpty();
    }

    /** Corners of the line of costs, as SVG wants them. */
    public String costs() {
        return line(CoursePoint::cost);
    }

    /** Corners of the line of bounds. */
    public String bounds() {
        return line(CoursePoint::bound);
    }

    private String line(Function<CoursePoint, @Nullable Double> of) {
        var corners = new StringBuilder();
        Double before = null;
        for (CoursePoint point : points) {
            Double value = of.apply(point);
            if (value != null) {
                corners.append(before == null ? "" : corner(point.seconds(), before));
                corners.append(corner(point.seconds(), value));
                before = value;
            }
        }
        // what was found last holds until now; a single point shows as a dot
        return corners.append(before == null ? "" : corner(seconds(), before)).toString();
    }

    private String corner(double seconds, double value) {
        double x = LEFT + (RIGHT - LEFT) * seconds / seconds();
        double y = BOTTOM - (BOTTOM - TOP) * (value - least()) / Math.max(1, most() - least());
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }

    /** How long it took. */
    public double seconds() {
        return Math.max(0.1, points.get(points.size() - 1).seconds());
    }

    /** Cents at the lower edge. */
    public double least() {
        return values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    /** Cents at the upper edge. */
    public double most() {
        return values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }

    private List<Double> values() {
        return points.stream()
                .flatMap(point -> Stream.of(point.cost(), point.bound()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** A few points for the table, the first and the last among them. */
    public List<CoursePoint> rows() {
        int every = Math.max(1, (points.size() + ROWS - 1) / ROWS);
        return IntStream.range(0, points.size())
                .filter(at -> at % every == 0 || at == points.size() - 1)
                .mapToObj(points::get)
                .toList();
    }

    /** What the best plan costs by now; empty without one. */
    public String cost() {
        return money(points.get(points.size() - 1).cost());
    }

    /** The bound by now; empty while it is not known. */
    public String bound() {
        return money(points.get(points.size() - 1).bound());
    }

    private static String money(@Nullable Double cents) {
        return cents == null ? "" : Show.moneyFull(Math.round(cents));
    }

    /** How far apart both are by now, in words. */
    public String standing() {
        var now = points.get(points.size() - 1);
        if (now.gap() != null) {
            return "gap " + Show.percent2(now.gap()) + " after " + Show.seconds(seconds());
        }
        return now.cost() == null ? "no plan inside all rules yet" : "no bound yet";
    }

    /** What the picture shows, in words. */
    public String alt() {
        var end = points.get(points.size() - 1);
        return "Best cost and bound over " + Show.seconds(seconds()) + "; at the end "
                + (end.gap() == null ? "the gap is not known" : "at most " + Show.percent2(end.gap()) + " apart");
    }
}
