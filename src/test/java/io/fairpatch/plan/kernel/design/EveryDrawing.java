package io.fairpatch.plan.kernel.design;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/** The judge of drawings: written apart from the search, slow and plain. */
final class EveryDrawing {
    private EveryDrawing() {}

    /** The cost of the cheapest allowed drawing, by trying all of them; infinite when there is none. */
    static double cheapest(DesignProblem problem) {
        int[] territory = new int[problem.size()];
        double best = Double.POSITIVE_INFINITY;
        do {
            if (allowed(problem, territory)) {
                best = Math.min(best, cost(problem, territory));
            }
        } while (next(territory, problem.territories()));
        return best;
    }

    private static boolean next(int[] territory, int base) {
        for (int a = 0; a < territory.length; a++) {
            if (++territory[a] < base) {
                return true;
            }
            territory[a] = 0;
        }
        return false;
    }

    static boolean allowed(DesignProblem problem, int[] territory) {
        for (int t = 0; t < problem.territories(); t++) {
            for (int k = 0; k < problem.measures().size(); k++) {
                long load = 0;
                for (int a = 0; a < territory.length; a++) {
                    load += territory[a] == t ? problem.load(a, k) : 0;
                }
                if (load < problem.low()[k] || load > problem.high()[k]) {
                    return false;
                }
            }
            if (!connected(problem, territory, t)) {
                return false;
            }
        }
        return true;
    }

    private static boolean connected(DesignProblem problem, int[] territory, int t) {
        Set<Integer> members = new HashSet<>();
        for (int a = 0; a < territory.length; a++) {
            if (territory[a] == t) {
                members.add(a);
            }
        }
        if (members.isEmpty()) {
            return false;
        }
        var queue = new ArrayDeque<Integer>();
        queue.add(members.iterator().next());
        members.remove(queue.peek());
        while (!queue.isEmpty()) {
            int area = queue.remove();
            for (int at = problem.neighbours().first(area);
                    at < problem.neighbours().first(area + 1);
                    at++) {
                if (members.remove(problem.neighbours().other(at))) {
                    queue.add(problem.neighbours().other(at));
                }
            }
        }
        return members.isEmpty();
    }

    static double cost(DesignProblem problem, int[] territory) {
        double total = 0;
        for (int t = 0; t < problem.territories(); t++) {
            double least = Double.POSITIVE_INFINITY;
            for (int center = 0; center < territory.length; center++) {
                double sum = 0;
                for (int a = 0; a < territory.length; a++) {
                    sum += territory[a] == t ? problem.cost(a, center) : 0;
                }
                least = territory[center] == t ? Math.min(least, sum) : least;
            }
            total += least;
        }
        return total;
    }
}
