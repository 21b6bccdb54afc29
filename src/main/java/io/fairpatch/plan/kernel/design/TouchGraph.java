package io.fairpatch.plan.kernel.design;

import java.util.Set;
import java.util.function.IntPredicate;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.graph.SimpleGraph;

/**
 * The map as a graph for questions that are asked once: it proves, and judges what the search's own bookkeeping claims,
 * so it shares no code with it.
 */
final class TouchGraph {
    private final Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);

    TouchGraph(DesignProblem problem) {
        for (int a = 0; a < problem.size(); a++) {
            graph.addVertex(a);
        }
        var neighbours = problem.neighbours();
        for (int a = 0; a < problem.size(); a++) {
            for (int at = neighbours.first(a); at < neighbours.first(a + 1); at++) {
                graph.addEdge(a, neighbours.other(at));
            }
        }
    }

    /** The areas that one can reach from an area through areas that pass the filter. */
    Set<Integer> reach(int from, IntPredicate through) {
        var part = new MaskSubgraph<>(graph, a -> !through.test(a), edge -> false);
        return new ConnectivityInspector<>(part).connectedSetOf(from);
    }
}
