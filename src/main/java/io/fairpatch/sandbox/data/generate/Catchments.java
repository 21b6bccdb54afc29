package io.fairpatch.sandbox.data.generate;

import io.fairpatch.geo.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where sellers live and which postal codes are nearest to whom, people counted. */
final class Catchments {
    private static final Set<String> ISLANDS_AND_ALASKA = Set.of("AK", "HI", "PR");
    private static final int HOMES_KEPT_APART = 500;
    private static final int MOST_HOMES = 10_000;
    private static final double APART = 160 / 6371.0;

    private final List<Place> places;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final int[] homes;
    private final int[][] cells;
    private final double[][] weights;

    /** @param places postal codes */
    Catchments(List<Place> places, int reps, long seed) {
        this.places = places;
        int size = places.size();
        x = new double[size];
        y = new double[size];
        z = new double[size];
        for (int i = 0; i < size; i++) {
            double latitude = StrictMath.toRadians(places.get(i).latitude());
            double longitude = StrictMath.toRadians(places.get(i).longitude());
            x[i] = StrictMath.cos(latitude) * StrictMath.cos(longitude);
            y[i] = StrictMath.cos(latitude) * StrictMath.sin(longitude);
            z[i] = StrictMath.sin(latitude);
        }
        homes = drawHomes(reps, Dice.of(seed, "homes", 0));
        cells = nearest();
        weights = weigh();
    }

    /** Where a rep lives; reps are numbered from west to east. */
    Place home(int rep) {
        return places.get(homes[rep]);
    }

    /** A place in a rep's own catchment, or now and then in a neighbour's. */
    Place draw(int rep, Dice dice) {
        int near = dice.chance(0.8) ? rep : Math.floorMod(rep + (dice.chance(0.5) ? 1 : -1), homes.length);
        return places.get(cells[near][dice.index(weights[near])]);
    }

    /** Sellers live where many people do, on the mainland. */
    private static double crowd(Place place) {
        double people = place.population() + 1.0;
        return ISLANDS_AND_ALASKA.contains(place.state()) ? 0 : people * people;
    }

    private int[] drawHomes(int reps, Dice dice) {
        double[] crowds = Market.cumulative(places.toArray(new Place[0]), Catchments::crowd);
        var chosen = new TreeSet<Integer>();
        int tries = 0;
        // of very many sellers some share a home
        while (chosen.size() < Math.min(reps, MOST_HOMES)) {
            int home = dice.index(crowds);
            boolean choosy = reps <= HOMES_KEPT_APART && tries < 20 * reps;
            if (!choosy || chosen.stream().allMatch(other -> squaredChord(home, other) > APART * APART)) {
                chosen.add(home);
            }
            tries++;
        }
        var ordered = new ArrayList<>(chosen);
        ordered.sort(
                Comparator.<Integer>comparingDouble(home -> places.get(home).longitude()));
        int[] result = new int[reps];
        for (int rep = 0; rep < reps; rep++) {
            result[rep] = ordered.get((int) ((long) rep * ordered.size() / reps));
        }
        return result;
    }

    private int[][] nearest() {
        var members = new ArrayList<List<Integer>>();
        for (int rep = 0; rep < homes.length; rep++) {
            members.add(new ArrayList<>());
        }
        for (int place = 0; place < x.length; place++) {
            members.get(nearestRep(place)).add(place);
        }
        int[][] result = new int[homes.length][];
        for (int rep = 0; rep < homes.length; rep++) {
            List<Integer> cell = members.get(rep);
            // two sellers of one home: the second has no cell of its own
            result[rep] = cell.isEmpty()
                    ? new int[] {homes[rep]}
                    : cell.stream().mapToInt(i -> i).toArray();
        }
        return result;
    }

    private int nearestRep(int place) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int rep = 0; rep < homes.length; rep++) {
            double distance = squaredChord(place, homes[rep]);
            if (distance < least) {
                least = distance;
                best = rep;
            }
        }
        return best;
    }

    private double[][] weigh() {
        double[][] result = new double[cells.length][];
        for (int rep = 0; rep < cells.length; rep++) {
            double sum = 0;
            result[rep] = new double[cells[rep].length];
            for (int i = 0; i < cells[rep].length; i++) {
                sum += places.get(cells[rep][i]).population() + 1;
                result[rep][i] = sum;
            }
        }
        return result;
    }

    private double squaredChord(int a, int b) {
        double dx = x[a] - x[b];
        double dy = y[a] - y[b];
        double dz = z[a] - z[b];
        return dx * dx + dy * dy + dz * dz;
    }
}
