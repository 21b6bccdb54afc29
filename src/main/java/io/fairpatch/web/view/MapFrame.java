package io.fairpatch.web.view;

import io.fairpatch.model.GeoPoint;
import java.util.List;

/**
 * Which part of the world a map shows: the contiguous United States where nine in ten lie there, else all around them.
 *
 * @param outline file and part that holds the borders
 * @param viewBox the part that is shown
 * @param unit a thousandth of its longer side
 * @param states whether it is the contiguous United States
 */
public record MapFrame(String outline, String viewBox, double unit, boolean states) {
    private static final GeoPoint STATES_SOUTH_WEST = new GeoPoint(24, -126);
    private static final GeoPoint STATES_NORTH_EAST = new GeoPoint(50, -66);
    private static final double MARGIN = 0.04;
    private static final double MOSTLY = 0.9;

    /** Things at one place. */
    public record Spot(GeoPoint place, long count) {}

    public static MapFrame around(List<Spot> spots) {
        long all = spots.stream().mapToLong(Spot::count).sum();
        boolean states = all - outside(spots) >= MOSTLY * all;
        Box box = states ? Box.of(STATES_SOUTH_WEST, STATES_NORTH_EAST) : Box.around(spots);
        return new MapFrame(
                (states ? "/outlines/states.svg" : "/outlines/countries.svg") + "#outline",
                box.text(),
                Math.max(box.width, box.height) / 1000,
                states);
    }

    /** How many lie outside the contiguous United States. */
    public static long outside(List<Spot> spots) {
        return spots.stream()
                .filter(spot -> !inStates(spot.place()))
                .mapToLong(Spot::count)
                .sum();
    }

    private static boolean inStates(GeoPoint place) {
        return place.latitude() >= STATES_SOUTH_WEST.latitude()
                && place.latitude() <= STATES_NORTH_EAST.latitude()
                && place.longitude() >= STATES_SOUTH_WEST.longitude()
                && place.longitude() <= STATES_NORTH_EAST.longitude();
    }

    private record Box(double x, double y, double width, double height) {
        static Box of(GeoPoint southWest, GeoPoint northEast) {
            double x = Mercator.x(southWest);
            double y = Mercator.y(northEast);
            return new Box(x, y, Mercator.x(northEast) - x, Mercator.y(southWest) - y);
        }

        static Box around(List<Spot> spots) {
            var longitudes =
                    spots.stream().mapToDouble(spot -> Mercator.x(spot.place())).summaryStatistics();
            var latitudes =
                    spots.stream().mapToDouble(spot -> Mercator.y(spot.place())).summaryStatistics();
            if (longitudes.getCount() == 0) {
                return new Box(0, 0, 1000, 1000);
            }
            double width = Math.max(20, longitudes.getMax() - longitudes.getMin());
            double height = Math.max(12, latitudes.getMax() - latitudes.getMin());
            return new Box(
                    longitudes.getMin() - width * MARGIN,
                    latitudes.getMin() - height * MARGIN,
                    width * (1 + 2 * MARGIN),
                    height * (1 + 2 * MARGIN));
        }

        String text() {
            return Mercator.show(x) + " " + Mercator.show(y) + " " + Mercator.show(width) + " " + Mercator.show(height);
        }
    }
}
