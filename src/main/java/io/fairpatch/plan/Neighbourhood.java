package io.fairpatch.plan;

import io.fairpatch.model.GeoPoint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which places lie side by side, from their points alone: the Gabriel graph (Gabriel and Sokal 1969), those Delaunay edges
 * that cross the border they share. An approximation of which postal areas touch, from their centroids.
 *
 * <p>On the unit sphere, so that nothing is projected: a third place parts two where it sees them under an obtuse angle.
 */
final class Neighbourhood {
    /** Nearest places that are looked at for each; more neighbours than these are hardly met. */
    private static final int NEAREST = 24;

    private final double[] at;
    private final int places;

    private Neighbourhood(List<GeoPoint> points) {
        this.places = points.size();
        this.at = new double[3 * places];
        for (int place = 0; place < places; place++) {
            double latitude = Math.toRadians(points.get(place).latitude());
            double longitude = Math.toRadians(points.get(place).longitude());
            at[3 * place] = Math.cos(latitude) * Math.cos(longitude);
            at[3 * place + 1] = Math.cos(latitude) * Math.sin(longitude);
            at[3 * place + 2] = Math.sin(latitude);
        }
    }

    /** Pairs of neighbours, the lower number first. Takes time by the square of the number of places. */
    static List<int[]> of(List<GeoPoint> points) {
        var neighbourhood = new Neighbourhood(points);
        return IntStream.range(0, points.size())
                .parallel()
                .mapToObj(neighbourhood::of)
                .flatMap(List::stream)
                .toList();
    }

    private List<int[]> of(int place) {
        int[] near = nearest(place);
        return IntStream.range(0, near.length)
                .filter(rank -> near[rank] > place && touch(place, near, rank))
                .mapToObj(rank -> new int[] {place, near[rank]})
                .toList();
    }

    /** Only a place nearer than the other can lie between the two. */
    private boolean touch(int place, int[] near, int rank) {
        for (int nearer = 0; nearer < rank; nearer++) {
            double angle = 0;
            for (int axis = 0; axis < 3; axis++) {
                double between = at[3 * near[nearer] + axis];
                angle += (at[3 * place + axis] - between) * (at[3 * near[rank] + axis] - between);
            }
            if (angle < 0) {
                return false;
            }
        }
        return true;
    }

    private int[] nearest(int place) {
        double[] squares = new double[NEAREST];
        int[] near = new int[NEAREST];
        int size = 0;
        for (int other = 0; other < places; other++) {
            double square = other == place ? Double.POSITIVE_INFINITY : square(place, other);
            if (size < NEAREST ? other != place : square < squares[size - 1]) {
                int rank = size < NEAREST ? size++ : size - 1;
                for (; rank > 0 && squares[rank - 1] > square; rank--) {
                    squares[rank] = squares[rank - 1];
                    near[rank] = near[rank - 1];
                }
                squares[rank] = square;
                near[rank] = other;
            }
        }
        return Arrays.copyOf(near, size);
    }

    private double square(int one, int other) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double apart = at[3 * one + axis] - at[3 * other + axis];
            sum += apart * apart;
        }
        return sum;
    }
}
