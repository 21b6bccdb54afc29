package io.fairpatch.insight;

import io.fairpatch.model.Tier;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The last scoring as a whole.
 *
 * @param modelVersion {@code version} of scoring.yml then
 * @param accounts accounts the org has now, scored or not
 * @param cells the scored accounts, counted by tens of points and tier
 */
public record Scoring(int modelVersion, Instant scoredAt, long accounts, List<Cell> cells) {
    public Scoring {
        cells = List.copyOf(cells);
    }

    /**
     * Accounts of one tier within ten points.
     *
     * @param ten 0 for less than 10 points, up to 9 for 90 and more
     * @param fullData those scored without any assumption
     */
    public record Cell(int ten, Tier tier, long accounts, long fullData, long customers, long potentialCents) {}

    public long scored() {
        return sum(cell -> true, Cell::accounts);
    }

    /** Accounts scored without any assumption. */
    public long fullData() {
        return sum(cell -> true, Cell::fullData);
    }

    public long customers() {
        return sum(cell -> true, Cell::customers);
    }

    public long potentialCents() {
        return sum(cell -> true, Cell::potentialCents);
    }

    public long inTier(Tier tier) {
        return sum(cell -> cell.tier() == tier, Cell::accounts);
    }

    /** @param ten as in {@link Cell#ten} */
    public long inTen(int ten) {
        return sum(cell -> cell.ten() == ten, Cell::accounts);
    }

    private long sum(Predicate<Cell> which, ToLongFunction<Cell> what) {
        return cells.stream().filter(which).mapToLong(what).sum();
    }
}
