package io.fairpatch.score;

import io.fairpatch.model.DealSums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Closed deals by cells of a hierarchy: the whole, then the values of the first dimension, then those of the second
 * within the first, and so on. Not thread-safe.
 */
public final class DealCells {
    private final Map<List<String>, Integer> positions = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    private record Node(List<String> path, int parent, Tally tally) {}

    public DealCells() {
        cell(List.of());
    }

    /**
     * The position of a cell, which is made, with all larger ones, when it is new.
     *
     * @param path values of the dimensions, the first one first; empty for the whole
     */
    public int cell(List<String> path) {
        Integer known = positions.get(path);
        if (known != null) {
            return known;
        }
        int parent = path.isEmpty() ? -1 : cell(path.subList(0, path.size() - 1));
        List<String> key = List.copyOf(path);
        positions.put(key, nodes.size());
        nodes.add(new Node(key, parent, new Tally()));
        return nodes.size() - 1;
    }

    /** Counts a closed deal in a cell and in all larger ones. */
    public void add(int cell, boolean won, @Nullable Long amountCents) {
        for (int at = cell; at >= 0; at = nodes.get(at).parent()) {
            nodes.get(at).tally().add(won, amountCents);
        }
    }

    void add(int cell, DealSums sums) {
        for (int at = cell; at >= 0; at = nodes.get(at).parent()) {
            nodes.get(at).tally().add(sums);
        }
    }

    /** What is known of every cell, by position; the order in which cells were made changes nothing. */
    public List<CellEstimate> estimates() {
        var order = IntStream.range(0, nodes.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer at) -> nodes.get(at).path().size())
                        .thenComparing(at -> String.join("\n", nodes.get(at).path())))
                .toList();
        var place = new int[nodes.size()];
        for (int i = 0; i < place.length; i++) {
            place[order.get(i)] = i;
        }
        var sorted = order.stream().map(nodes::get).toList();
        var rates = WinRates.of(sorted.stream()
                .map(node -> node.tally().rate(parent(node, place), node.path().size()))
                .toList());
        var factors = WonValues.factors(sorted.stream()
                .map(node -> node.tally().value(parent(node, place), node.path().size()))
                .toList());
        return IntStream.range(0, place.length)
                .mapToObj(at -> estimate(nodes.get(at), rates.get(place[at]), factors.get(place[at])))
                .toList();
    }

    private static int parent(Node node, int[] place) {
        return node.parent() < 0 ? -1 : place[node.parent()];
    }

    private CellEstimate estimate(Node node, RateEstimate rate, double factor) {
        return new CellEstimate(
                node.path(),
                node.parent(),
                node.tally().deals(),
                node.tally().wins(),
                rate,
                node.tally().averageWonCents(),
                Math.round(nodes.get(0).tally().averageWonCents() * factor));
    }
}
