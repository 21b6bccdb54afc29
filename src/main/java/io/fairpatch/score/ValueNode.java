package io.fairpatch.score;

/**
 * Amounts of won deals of a cell of a hierarchy, as sums of their logarithms.
 *
 * @param parent position of the larger cell, -1 for the whole
 * @param count won deals with an amount
 * @param sumLog sum of the amounts' natural logarithms
 * @param sumLogSquared sum of their squares
 */
public record ValueNode(int parent, int level, long count, double sumLog, double sumLogSquared) {
    double mean() {
        return count == 0 ? 0 : sumLog / count;
    }

    /** Sum of squared distances from the mean. */
    double scatter() {
        return count == 0 ? 0 : Math.max(0, sumLogSquared - sumLog * sumLog / count);
    }
}
