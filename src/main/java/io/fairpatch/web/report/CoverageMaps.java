package io.fairpatch.web.report;

import io.fairpatch.insight.make.PlaceDots;
import io.fairpatch.insight.make.PlaceDots.Dot;
import io.fairpatch.web.view.CoverageMap;
import io.fairpatch.web.view.MapFrame;
import io.fairpatch.web.view.Mercator;
import io.fairpatch.web.view.Show;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Draws where accounts are and how they are covered. */
final class CoverageMaps {
    private static final double SMALLEST = 3;
    private static final double LARGEST = 22;

    private CoverageMaps() {}

    static CoverageMap draw(PlaceDots places) {
        var spots = places.dots().stream()
                .map(dot -> new MapFrame.Spot(dot.place(), dot.accounts()))
                .toList();
        var frame = MapFrame.around(spots);
        long most = places.dots().stream().mapToLong(Dot::potentialCents).max().orElse(1);
        return new CoverageMap(
                frame.outline(),
                frame.viewBox(),
                places.dots().stream()
                        .sorted(Comparator.comparingLong(Dot::potentialCents).reversed())
                        .map(dot -> dot(dot, frame, most))
                        .toList(),
                places.unplaced(),
                frame.states() ? MapFrame.outside(spots) : 0,
                keys(places.totals()));
    }

    private static CoverageMap.Dot dot(Dot dot, MapFrame frame, long most) {
        double share = most <= 0 ? 0 : (double) Math.max(0, dot.potentialCents()) / most;
        double radius = frame.unit() * (SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(share));
        return new CoverageMap.Dot(
                Mercator.show(Mercator.x(dot.place())),
                Mercator.show(Mercator.y(dot.place())),
                String.format(Locale.ROOT, "%.3f", radius),
                css(dot.status()),
                Show.count(dot.accounts(), "account", "accounts") + " " + dot.status() + ", potential "
                        + Show.money(dot.potentialCents()));
    }

    private static List<CoverageMap.Key> keys(List<PlaceDots.Total> totals) {
        return totals.stream()
                .map(total -> new CoverageMap.Key(
                        total.status(), css(total.status()), total.accounts(), total.potentialCents()))
                .toList();
    }

    private static String css(String status) {
        return "fp-cover_" + status.replace(' ', '-');
    }
}
