package io.fairpatch.bench.plan;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Smallest;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Territory problems on real postal codes: accounts by population, reps by population or evenly over the codes; skewed
 * potential, workload that includes travel, cost of travel and of a lost relationship. Bands are shares of the mean.
 *
 * <p>Where reps live evenly over the codes, or where there are more than {@value #MOST_REPS}, the nearest reps cannot take what
 * some cities have: each account may then go to its rep in {@link EvenBooks} too, whose mean of workload is the one the bands
 * are drawn around.
 */
final class Territories {
    private static final int NEAREST = 26;
    private static final int REACH = 4;
    private static final double ROOM = 1.06;
    private static final int MOST_REPS = 500;

    /** What to draw; band widths are shares of the mean. */
    record Shape(int accounts, int reps, double potentialBand, double workloadBand, boolean evenReps, long seed) {
        boolean evenBooks() {
            return evenReps || reps > MOST_REPS;
        }
    }

    private final Shape shape;
    private final SplittableRandom random;
    private final double[][] account;
    private final double[][] rep;
    private final double[] potential;
    private final double[] visits;
    private final int[] owner;
    private final int[] usual;
    private final int[][] candidates;

    private Territories(Shape shape, PostalCodes codes) {
        this.shape = shape;
        this.random = new SplittableRandom(shape.seed());
        account = IntStream.range(0, shape.accounts())
                .mapToObj(i -> codes.byPopulation(random))
                .toArray(double[][]::new);
        rep = IntStream.range(0, shape.reps())
                .mapToObj(i -> shape.evenReps() ? codes.evenly(random) : codes.byPopulation(random))
                .toArray(double[][]::new);
        potential = IntStream.range(0, shape.accounts())
                .mapToDouble(i -> Math.exp(random.nextGaussian()))
                .toArray();
        visits = Arrays.stream(potential).map(p -> 2 + 2 * Math.sqrt(p)).toArray();
        owner = new int[shape.accounts()];
        usual = new int[shape.accounts()];
        candidates = new int[shape.accounts()][];
    }

    /** A problem and the option of each account that keeps its owner. */
    record Drawn(AssignmentProblem problem, int[] today) {}

    static Drawn draw(Shape shape, PostalCodes codes) {
        var territories = new Territories(shape, codes);
        territories.pickCandidates();
        var problem = territories.build();
        int[] today = new int[shape.accounts()];
        for (int a = 0; a < today.length; a++) {
            today[a] = problem.first(a);
            while (problem.agent(today[a]) != territories.owner[a]) {
                today[a]++;
            }
        }
        return new Drawn(problem, today);
    }

    private void pickCandidates() {
        int[][] nearest = Arrays.stream(account)
                .parallel()
                .map(its -> nearest(its, rep, NEAREST))
                .toArray(int[][]::new);
        for (int a = 0; a < shape.accounts(); a++) {
            int[] near = nearest[a];
            owner[a] = near[(int) (near.length * Math.pow(random.nextDouble(), 3))];
            candidates[a] = near;
            usual[a] = near[0];
        }
        if (shape.evenBooks()) {
            int[] even = EvenBooks.of(account, potential, rep);
            for (int a = 0; a < even.length; a++) {
                add(a, even[a]);
                usual[a] = even[a];
            }
        }
        double wanted = REACH * (double) shape.accounts() / shape.reps();
        int[][] reached = Arrays.stream(rep)
                .parallel()
                .map(its -> nearest(its, account, (int) wanted))
                .toArray(int[][]::new);
        for (int r = 0; r < shape.reps(); r++) {
            for (int a : reached[r]) {
                add(a, r);
            }
        }
    }

    private void add(int a, int r) {
        for (int known : candidates[a]) {
            if (known == r) {
                return;
            }
        }
        candidates[a] = Arrays.copyOf(candidates[a], candidates[a].length + 1);
        candidates[a][candidates[a].length - 1] = r;
    }

    private static int[] nearest(double[] from, double[][] places, int count) {
        double[] distance = new double[places.length];
        var least = new Smallest(1, Math.min(count, places.length));
        for (int i = 0; i < places.length; i++) {
            distance[i] = PostalCodes.kilometres(from, places[i]);
            least.offer(0, distance[i]);
        }
        double limit = least.limit(0);
        return IntStream.range(0, places.length)
                .filter(i -> distance[i] <= limit)
                .boxed()
                .sorted((x, y) -> Double.compare(distance[x], distance[y]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private AssignmentProblem build() {
        var reps = IntStream.range(0, shape.reps()).mapToObj(r -> "r" + r).toList();
        var builder = new ProblemBuilder(reps, List.of("potential", "workload"));
        double meanPotential = Arrays.stream(potential).sum() / shape.reps();
        double work = 0;
        for (int a = 0; a < shape.accounts(); a++) {
            work += workload(a, usual[a]);
        }
        double meanWork = work * (shape.evenBooks() ? 1 : ROOM) / shape.reps();
        for (int r = 0; r < shape.reps(); r++) {
            band(builder, r, 0, meanPotential, shape.potentialBand());
            band(builder, r, 1, meanWork, shape.workloadBand());
        }
        for (int a = 0; a < shape.accounts(); a++) {
            builder.unit("a" + a);
            for (int r : candidates[a]) {
                builder.option(r, micro(cost(a, r)), micro(potential[a]), micro(workload(a, r)));
            }
        }
        return builder.build();
    }

    private static void band(ProblemBuilder builder, int r, int measure, double mean, double width) {
        builder.band(r, measure, micro(mean * (1 - width)), micro(mean * (1 + width)));
    }

    private double workload(int a, int r) {
        return visits[a] * (1 + Math.min(PostalCodes.kilometres(account[a], rep[r]), 500) / 500);
    }

    private double cost(int a, int r) {
        double travel = visits[a] * PostalCodes.kilometres(account[a], rep[r]) * 0.01;
        return travel + (r == owner[a] ? 0 : 0.15 * potential[a] * 5);
    }

    private static long micro(double value) {
        return Math.round(value * 1e6);
    }
}
