package io.fairpatch.web.view;

import io.fairpatch.model.GeoPoint;
import java.util.Locale;

/** Web Mercator on a world 1000 wide, so that outlines and accounts share one drawing. Latitudes end at 85 degrees. */
public final class Mercator {
    private static final double WIDTH = 1000;
    private static final double EDGE = 85;

    private Mercator() {}

    public static double x(double longitude) {
        return (longitude + 180) / 360 * WIDTH;
    }

    public static double y(double latitude) {
        double held = Math.toRadians(Math.max(-EDGE, Math.min(EDGE, latitude)));
        return (1 - Math.log(Math.tan(Math.PI / 4 + held / 2)) / Math.PI) / 2 * WIDTH;
    }

    public static double x(GeoPoint place) {
        return x(place.longitude());
    }

    public static double y(GeoPoint place) {
        return y(place.latitude());
    }

    /** To a hundredth, without zeros at the end. */
    public static String show(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
