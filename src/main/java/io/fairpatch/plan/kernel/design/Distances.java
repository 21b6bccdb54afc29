package io.fairpatch.plan.kernel.design;

import java.util.Arrays;

/** What serving an area from a centre costs: weight times distance to a power. Kept as a table up to 1,500 areas. */
public final class Distances {
    private static final double EARTH_KM = 6371.0088;
    private static final int TABLED = 1_500;

    private final double[] x;
    private final double[] y;
    private final double[] weight;
    private final double[] cosine;
    private final boolean greatCircle;
    private final double power;
    private final double[] table;

    /**
     * @param x longitude in degrees for great circles
     * @param y latitude in degrees for great circles
     * @param weight per area
     * @param power of the distance
     */
    public Distances(double[] x, double[] y, double[] weight, boolean greatCircle, double power) {
        this.x = x;
        this.y = y;
        this.weight = weight;
        this.cosine = Arrays.stream(y).map(Math::toRadians).map(Math::cos).toArray();
        this.greatCircle = greatCircle;
        this.power = power;
        int n = x.length;
        this.table = new double[n <= TABLED ? n * n : 0];
        for (int cell = 0; cell < table.length; cell++) {
            table[cell] = computed(cell / n, cell % n);
        }
    }

    double cost(int area, int center) {
        return table.length > 0 ? table[area * x.length + center] : computed(area, center);
    }

    /** What no plan costs more than; not finite where costs pass all numbers. */
    public double most() {
        double span = greatCircle
                ? EARTH_KM * Math.PI
                : Math.hypot(
                        Arrays.stream(x).max().orElse(0)
                                - Arrays.stream(x).min().orElse(0),
                        Arrays.stream(y).max().orElse(0)
                                - Arrays.stream(y).min().orElse(0));
        return Arrays.stream(weight).map(Math::abs).sum() * Math.pow(span, power);
    }

    /** Whether no area's cost is below zero anywhere. */
    boolean nonNegative() {
        return Arrays.stream(weight).allMatch(w -> w >= 0);
    }

    /** The plain distance between two areas. */
    double distance(int a, int b) {
        return greatCircle ? haversine(a, b) : Math.hypot(x[a] - x[b], y[a] - y[b]);
    }

    private double computed(int area, int center) {
        double distance = distance(area, center);
        return weight[area] * (power == 1 ? distance : power == 2 ? distance * distance : Math.pow(distance, power));
    }

    /** Great-circle distance in kilometres on a sphere of the Earth's mean radius. */
    private double haversine(int a, int b) {
        double north = Math.sin(Math.toRadians(y[a] - y[b]) / 2);
        double east = Math.sin(Math.toRadians(x[a] - x[b]) / 2);
        double h = north * north + cosine[a] * cosine[b] * east * east;
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
