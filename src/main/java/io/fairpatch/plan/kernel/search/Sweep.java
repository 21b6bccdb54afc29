package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Metropolis moves inside one part of the agents: shift a unit to another of its core options, or swap it with a unit
 * of the agent it goes to. A move looks at 2 x measures bands.
 */
final class Sweep {
    private static final double SHIFTS = 0.3;
    private static final int PARTNERS = 3;

    private final AssignmentProblem problem;
    private final Core core;
    private final Books books;
    private final Plan plan;
    private final Energy energy;
    private final Parts parts;
    private final int part;
    private final SplittableRandom random;
    private final double temperature;

    /** @param temperature in millionths of cost */
    Sweep(Context context, Parts parts, int part, double temperature, SplittableRandom random) {
        this.problem = context.problem();
        this.core = context.core();
        this.books = context.books();
        this.plan = context.books().plan();
        this.energy = context.energy();
        this.parts = parts;
        this.part = part;
        this.random = random;
        this.temperature = temperature;
    }

    /** What a sweep moves: shared by all parts. */
    record Context(AssignmentProblem problem, Core core, Books books, Energy energy) {}

    /** The part's units with a choice in the core, of the agents marked or of all when the mask is null. */
    int[] units(boolean @Nullable [] marked) {
        int[] list = new int[16];
        int size = 0;
        for (int agent : parts.agents(part)) {
            for (int m = 0; (marked == null || marked[agent]) && m < books.size(agent); m++) {
                int unit = books.unit(agent, m);
                if (core.count(unit) > 1 || core.option(core.first(unit)) != plan.choice(unit)) {
                    list = size == list.length ? Arrays.copyOf(list, size * 2) : list;
                    list[size++] = unit;
                }
            }
        }
        return Arrays.copyOf(list, size);
    }

    void run(int[] units, long tries) {
        for (long t = 0; t < tries && units.length > 0; t++) {
            int unit = units[random.nextInt(units.length)];
            int option = core.option(core.first(unit) + random.nextInt(core.count(unit)));
            int to = problem.agent(option);
            if (to == plan.agent(unit) || parts.of(to) != part) {
                continue;
            }
            if (random.nextDouble() < SHIFTS) {
                shift(unit, option);
            } else {
                swap(unit, option);
            }
        }
    }

    private void shift(int unit, int option) {
        int old = plan.choice(unit);
        double change = energy.option(option) - energy.option(old);
        int from = problem.agent(old) * problem.measures();
        int to = problem.agent(option) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            change += energy.change(plan, from + k, -problem.load(old, k));
            change += energy.change(plan, to + k, problem.load(option, k));
        }
        if (accept(change)) {
            books.move(unit, option);
        }
    }

    private void swap(int unit, int option) {
        int from = plan.agent(unit);
        int to = problem.agent(option);
        for (int p = 0; p < PARTNERS && books.size(to) > 0; p++) {
            int partner = books.unit(to, random.nextInt(books.size(to)));
            int back = optionAt(partner, from);
            if (back >= 0) {
                swap(unit, option, partner, back);
                return;
            }
        }
    }

    private void swap(int unit, int option, int partner, int back) {
        int old = plan.choice(unit);
        int gone = plan.choice(partner);
        double change = energy.option(option) - energy.option(old) + energy.option(back) - energy.option(gone);
        int from = problem.agent(old) * problem.measures();
        int to = problem.agent(option) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            change += energy.change(plan, from + k, problem.load(back, k) - problem.load(old, k));
            change += energy.change(plan, to + k, problem.load(option, k) - problem.load(gone, k));
        }
        if (accept(change)) {
            books.move(unit, option);
            books.move(partner, back);
        }
    }

    private int optionAt(int unit, int agent) {
        for (int at = core.first(unit); at < core.first(unit + 1); at++) {
            if (problem.agent(core.option(at)) == agent) {
                return core.option(at);
            }
        }
        return -1;
    }

    private boolean accept(double change) {
        return change <= 0 || (change < 25 * temperature && random.nextDouble() < Math.exp(-change / temperature));
    }
}
