package io.fairpatch.bench.plan;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Scale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Published generalized-assignment instances in OR-Library's text format, and the recipes of types D and E. */
public final class Published {
    private Published() {}

    /** Reads {@code m n}, m rows of n costs, m rows of n loads, m capacities. */
    public static AssignmentProblem read(Path file) {
        try (var in = new Scanner(Files.newBufferedReader(file))) {
            int agents = in.nextInt();
            int jobs = in.nextInt();
            int[][] cost = rows(in, agents, jobs);
            int[][] load = rows(in, agents, jobs);
            int[] capacity = IntStream.range(0, agents).map(a -> in.nextInt()).toArray();
            return build(cost, load, capacity);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int[][] rows(Scanner in, int agents, int jobs) {
        int[][] rows = new int[agents][jobs];
        for (int[] row : rows) {
            for (int j = 0; j < jobs; j++) {
                row[j] = in.nextInt();
            }
        }
        return rows;
    }

    /** Type D: loads even on 1 to 100, costs 111 less the load, give or take 10, capacity 0.8 of the mean. */
    public static AssignmentProblem typeD(int agents, int jobs, long seed) {
        var random = new SplittableRandom(seed);
        int[][] load = new int[agents][jobs];
        int[][] cost = new int[agents][jobs];
        for (int a = 0; a < agents; a++) {
            for (int j = 0; j < jobs; j++) {
                load[a][j] = 1 + random.nextInt(100);
                cost[a][j] = 111 - load[a][j] + random.nextInt(21) - 10;
            }
        }
        return build(cost, load, capacities(load));
    }

    /** Type E: loads {@code 1 - 10 ln u}, costs {@code 1000 / load - 10 u}, capacity 0.8 of the mean. */
    public static AssignmentProblem typeE(int agents, int jobs, long seed) {
        var random = new SplittableRandom(seed);
        int[][] load = new int[agents][jobs];
        int[][] cost = new int[agents][jobs];
        for (int a = 0; a < agents; a++) {
            for (int j = 0; j < jobs; j++) {
                double exact = 1 - 10 * Math.log(1 - random.nextDouble());
                load[a][j] = (int) Math.max(1, exact);
                cost[a][j] = (int) Math.max(1, 1000 / exact - 10 * random.nextDouble());
            }
        }
        return build(cost, load, capacities(load));
    }

    private static int[] capacities(int[][] load) {
        return IntStream.range(0, load.length)
                .map(a -> (int) (0.8 * IntStream.of(load[a]).sum() / load.length))
                .toArray();
    }

    private static AssignmentProblem build(int[][] cost, int[][] load, int[] capacity) {
        var agents = IntStream.range(0, capacity.length).mapToObj(a -> "r" + a).toList();
        var builder = new ProblemBuilder(agents, List.of("load"));
        for (int a = 0; a < capacity.length; a++) {
            builder.band(a, 0, AssignmentProblem.OPEN_LOW, capacity[a] * Scale.ONE);
        }
        for (int j = 0; j < cost[0].length; j++) {
            builder.unit("a" + j);
            for (int a = 0; a < capacity.length; a++) {
                builder.option(a, cost[a][j] * Scale.ONE, load[a][j] * Scale.ONE);
            }
        }
        return builder.build();
    }
}
