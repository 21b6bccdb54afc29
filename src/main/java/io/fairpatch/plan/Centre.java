package io.fairpatch.plan;

import io.fairpatch.model.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Weighted mean of places on the sphere. Not thread-safe. */
final class Centre {
    private double x;
    private double y;
    private double z;

    void add(GeoPoint place, double weight) {
        double latitude = Math.toRadians(place.latitude());
        double longitude = Math.toRadians(place.longitude());
        x += weight * Math.cos(latitude) * Math.cos(longitude);
        y += weight * Math.cos(latitude) * Math.sin(longitude);
        z += weight * Math.sin(latitude);
    }

    /** Null when nothing was added, or all of it cancels out. */
    @Nullable
    GeoPoint point() {
        if (x == 0 && y == 0 && z == 0) {
            return null;
        }
        return new GeoPoint(Math.toDegrees(Math.atan2(z, Math.hypot(x, y))), Math.toDegrees(Math.atan2(y, x)));
    }
}
