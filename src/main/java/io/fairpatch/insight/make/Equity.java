package io.fairpatch.insight.make;

import io.fairpatch.insight.land.EquityRecord;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.plan.Balance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How territories stood at the end of a quarter, or today in the running one: the last scoring in it. */
record Equity(LocalDate day, List<EquityRecord> lines) {
    Equity {
        lines = List.copyOf(lines);
    }

    /** The last of each quarter that is on record, the running one as of today, the oldest first. */
    static TreeMap<FiscalQuarter, Equity> all(Landscape land, int startMonth) {
        var records = new ArrayList<>(land.signals().equity());
        records.addAll(EquityKeeper.lines(land, Long.MAX_VALUE));
        Map<FiscalQuarter, List<EquityRecord>> quarters = records.stream()
                .filter(line -> !line.day().isAfter(land.today()))
                .collect(Collectors.groupingBy(line -> FiscalQuarter.of(line.day(), startMonth)));
        var all = new TreeMap<FiscalQuarter, Equity>();
        quarters.forEach((quarter, lines) -> all.put(quarter, last(lines)));
        return all;
    }

    private static Equity last(List<EquityRecord> lines) {
        var newest = lines.stream()
                .max(Comparator.comparing(EquityRecord::day).thenComparing(EquityRecord::scoreRun))
                .orElseThrow();
        return new Equity(
                newest.day(),
                lines.stream()
                        .filter(line -> line.scoreRun() == newest.scoreRun()
                                && line.day().equals(newest.day()))
                        .toList());
    }

    double potential() {
        return staffed().stream().mapToDouble(EquityRecord::potentialCents).sum();
    }

    List<EquityRecord> staffed() {
        return lines.stream().filter(line -> line.capacity() > 0).toList();
    }

    /** Potential over target, null for a vacant territory; targets scale with capacity alone. */
    @Nullable
    Double share(EquityRecord line) {
        double target = target(line);
        return target == 0 ? null : line.potentialCents() / target;
    }

    /** Its part of all potential, by capacity; 0 for a vacant territory. */
    double target(EquityRecord line) {
        return capacity() == 0 ? 0 : potential() * line.capacity() / capacity();
    }

    /** Of all staffed territories. */
    double capacity() {
        return staffed().stream().mapToDouble(EquityRecord::capacity).sum();
    }

    Optional<EquityRecord> find(String key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst();
    }

    Balance balance() {
        return Balance.of(staffed().stream()
                .map(this::share)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    boolean rebalance() {
        return balance().spread() - 1 > Fairness.TRIGGER + 1e-12;
    }
}
