package io.fairpatch.insight.make;

import io.fairpatch.plan.Balance;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How even staffed territories are, by potential over target. Targets scale with capacity alone.
 *
 * @param potential of all with an active rep, cents
 * @param capacity sum of the reps' capacities
 * @param lowest the one with the lowest share of target, null when none has a target
 * @param highest the one with the highest
 */
record Fairness(double potential, double capacity, Balance balance, @Nullable Rollup lowest, @Nullable Rollup highest) {
    /** Above this, highest over lowest less one asks for rebalancing. */
    static final double TRIGGER = 0.20;

    static Fairness of(List<Rollup> rollups) {
        var staffed = rollups.stream().filter(rollup -> rollup.capacity() > 0).toList();
        double potential = staffed.stream().mapToDouble(Rollup::potential).sum();
        double capacity = staffed.stream().mapToDouble(Rollup::capacity).sum();
        var bare = new Fairness(potential, capacity, Balance.of(new double[0]), null, null);
        var byShare = Comparator.comparingDouble((Rollup rollup) -> Objects.requireNonNullElse(bare.share(rollup), 0.0))
                .thenComparing(Rollup::key);
        var balance = Balance.of(staffed.stream()
                .map(bare::share)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
        return new Fairness(
                potential,
                capacity,
                balance,
                staffed.stream().min(byShare).orElse(null),
                staffed.stream().max(byShare).orElse(null));
    }

    boolean rebalance() {
        return balance.spread() - 1 > TRIGGER + 1e-12;
    }

    double target(Rollup rollup) {
        return capacity == 0 ? 0 : potential * rollup.capacity() / capacity;
    }

    /** Potential over target, null without a target. */
    @Nullable
    Double share(Rollup rollup) {
        double target = target(rollup);
        return target == 0 ? null : rollup.potential() / target;
    }

    /** All together; it has no share of a target. */
    static Rollup total(List<Rollup> rollups) {
        return new Rollup(
                "total",
                "All",
                "",
                rollups.stream()
                        .flatMap(rollup -> rollup.territories().stream())
                        .toList(),
                0,
                null);
    }
}
