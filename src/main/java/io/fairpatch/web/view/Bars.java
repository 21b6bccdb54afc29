package io.fairpatch.web.view;

import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report's picture: one bar a row on one scale, 1000 wide, with whiskers and a band where there are any.
 *
 * @param more rows that the picture leaves out
 */
public record Bars(String title, Unit unit, List<Bar> bars, double low, double high, @Nullable Chart chart, int more) {
    private static final int MOST = 30;
    private static final double WIDTH = 1000;
    /** A value far beyond the others must not squeeze them: the scale ends at so many times the median. */
    private static final double SCALE_OF_MEDIAN = 6;

    public Bars {
        bars = List.copyOf(bars);
    }

    /** One row. */
    public record Bar(String label, double value, @Nullable Double from, @Nullable Double to, Tone tone, String shown) {
        private double lowest() {
            return from == null ? value : Math.min(value, from);
        }

        public String cssClass() {
            if (from != null) {
                return "fp-bar_band";
            }
            return switch (tone) {
                case PLAIN, GOOD -> "fp-bar_after";
                case WARN -> "fp-bar_warn";
                case BAD -> "fp-bar_out";
            };
        }
    }

    /** Empty when there is nothing to draw. */
    public static Optional<Bars> of(@Nullable Chart chart, Table table) {
        if (chart == null || table.rows().size() < 2) {
            return Optional.empty();
        }
        Unit unit = table.columns().get(table.at(chart.value())).unit();
        var bars = new ArrayList<Bar>();
        for (Row row : table.rows().stream().limit(MOST).toList()) {
            double value = table.number(row, chart.value());
            bars.add(new Bar(
                    String.valueOf(row.cells().get(0).text()),
                    Double.isNaN(value) ? 0 : value,
                    end(table, row, chart.low()),
                    end(table, row, chart.high()),
                    row.tone(),
                    Cells.show(unit, row.cells().get(table.at(chart.value())))));
        }
        double low = Math.min(0, bars.stream().mapToDouble(Bar::lowest).min().orElse(0));
        return Optional.of(new Bars(
                chart.title(),
                unit,
                bars,
                low,
                scale(bars, chart),
                chart,
                Math.max(0, table.rows().size() - MOST)));
    }

    private static @Nullable Double end(Table table, Row row, @Nullable String key) {
        return key == null ? null : row.cells().get(table.at(key)).number();
    }

    private static double scale(List<Bar> bars, Chart chart) {
        double[] sorted = bars.stream()
                .mapToDouble(bar -> Math.max(bar.value(), bar.to() == null ? 0 : bar.to()))
                .sorted()
                .toArray();
        double most = sorted[sorted.length - 1];
        double median = sorted[sorted.length / 2];
        double capped = median > 0 ? Math.min(most, SCALE_OF_MEDIAN * median) : most;
        Double band = chart.bandTo();
        return Math.max(band == null ? 0 : 1.2 * band, Math.max(capped, 1e-9));
    }

    /** Place on a picture 1000 wide; what is beyond the scale ends at its edge. */
    public long x(double value) {
        return Math.round(Math.max(0, Math.min(1, (value - low) / (high - low))) * WIDTH);
    }

    public long left(Bar bar) {
        return Math.min(x(0), x(bar.value()));
    }

    /** Never so thin that it is lost. */
    public long width(Bar bar) {
        return Math.max(3, Math.abs(x(bar.value()) - x(0)));
    }

    public boolean banded() {
        return chart != null && chart.bandFrom() != null;
    }

    public long bandFrom() {
        return chart == null || chart.bandFrom() == null ? 0 : x(chart.bandFrom());
    }

    public long bandTo() {
        return chart == null || chart.bandTo() == null ? 0 : x(chart.bandTo());
    }
}
