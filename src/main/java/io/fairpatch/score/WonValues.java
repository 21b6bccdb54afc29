package io.fairpatch.score;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much larger or smaller a cell's won deals are than those of the whole, by log-normal shrinkage: mean logarithms of
 * the cells of a level vary around their parents' by a normal distribution whose variance comes from the data by the
 * method of moments; a thin cell lies near its parent.
 */
public final class WonValues {
    private WonValues() {}

    /**
     * The factor of every cell on the average won value of the whole, in the order given; 1 for the whole.
     *
     * @param nodes the whole first, every parent before its children
     */
    public static List<Double> factors(List<ValueNode> nodes) {
        double noise = noise(nodes);
        var between = new TreeMap<Integer, Double>();
        var means = new ArrayList<Double>(nodes.size());
        for (ValueNode node : nodes) {
            if (node.parent() < 0) {
                means.add(node.mean());
                continue;
            }
            double variance = between.computeIfAbsent(node.level(), level -> between(nodes, level, noise));
            double parent = means.get(node.parent());
            double own = variance <= 0 || node.count() == 0 ? 0 : variance / (variance + noise / node.count());
            means.add(parent + own * (node.mean() - parent));
        }
        double whole = means.isEmpty() ? 0 : means.get(0);
        return means.stream().map(mean -> Math.exp(mean - whole)).toList();
    }

    /** Variance of a single deal's logarithm within the lowest cells. */
    private static double noise(List<ValueNode> nodes) {
        int lowest = nodes.stream().mapToInt(ValueNode::level).max().orElse(0);
        double scatter = 0;
        long free = 0;
        for (ValueNode node : nodes) {
            if (node.level() == lowest && node.count() > 0) {
                scatter += node.scatter();
                free += node.count() - 1;
            }
        }
        return free <= 0 ? 1 : scatter / free;
    }

    private static double between(List<ValueNode> nodes, int level, double noise) {
        var families = nodes.stream()
                .filter(node -> node.level() == level && node.count() > 0)
                .collect(Collectors.groupingBy(ValueNode::parent, TreeMap::new, Collectors.toList()));
        double excess = 0;
        double room = 0;
        for (List<ValueNode> children : families.values()) {
            double count = children.stream().mapToLong(ValueNode::count).sum();
            double mean = children.stream().mapToDouble(ValueNode::sumLog).sum() / count;
            double squares = 0;
            for (ValueNode node : children) {
                excess += node.count() * Math.pow(node.mean() - mean, 2);
                squares += (double) node.count() * node.count() / count;
            }
            excess -= noise * (children.size() - 1);
            room += count - squares;
        }
        return room <= 0 ? 0 : Math.max(0, excess / room);
    }
}
