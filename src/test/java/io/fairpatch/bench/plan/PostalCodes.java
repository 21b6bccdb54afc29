package io.fairpatch.bench.plan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;

/** US postal codes of the contiguous states with their populations (SimpleMaps.com, CC BY 4.0). */
final class PostalCodes {
    private static final double KM_A_DEGREE = 111.2;

    private final double[] latitude;
    private final double[] longitude;
    private final double[] upTo;

    PostalCodes() {
        var csv =
                Objects.requireNonNull(PostalCodes.class.getResourceAsStream("/io/fairpatch/geo/us-postal-codes.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            double[][] rows = lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(row -> !row[row.length - 1].isEmpty())
                    .map(row -> new double[] {
                        Double.parseDouble(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[row.length - 1])
                    })
                    .filter(row -> row[0] > 24 && row[0] < 50 && row[1] > -125 && row[1] < -66)
                    .toArray(double[][]::new);
            latitude = new double[rows.length];
            longitude = new double[rows.length];
            upTo = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                latitude[i] = rows[i][0];
                longitude[i] = rows[i][1];
                upTo[i] = (i == 0 ? 0 : upTo[i - 1]) + rows[i][2];
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A place drawn by population: latitude and longitude with some kilometres of noise. */
    double[] byPopulation(SplittableRandom random) {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int index = Arrays.binarySearch(upTo, at);
        return place(index >= 0 ? index : -index - 1, random);
    }

    /** A place drawn evenly over the codes. */
    double[] evenly(SplittableRandom random) {
        return place(random.nextInt(upTo.length), random);
    }

    private double[] place(int index, SplittableRandom random) {
        return new double[] {
            latitude[index] + (random.nextDouble() - 0.5) * 0.1, longitude[index] + (random.nextDouble() - 0.5) * 0.1
        };
    }

    /** Kilometres between two places, flat around the first: near enough for a benchmark. */
    static double kilometres(double[] a, double[] b) {
        double north = (a[0] - b[0]) * KM_A_DEGREE;
        double east = (a[1] - b[1]) * KM_A_DEGREE * Math.cos(Math.toRadians(0.5 * (a[0] + b[0])));
        return Math.sqrt(north * north + east * east);
    }
}
