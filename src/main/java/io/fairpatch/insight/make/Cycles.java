package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SizeClass;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Usual days from created to won, by company size, within the window of the potential; NaN where nothing was won. */
record Cycles(Map<SizeClass, Double> bySize, double all) {
    static Cycles of(Landscape land) {
        var bySize = new EnumMap<SizeClass, Double>(SizeClass.class);
        for (SizeClass size : SizeClass.values()) {
            bySize.put(
                    size,
                    days(
                            land,
                            land.entries().stream()
                                    .filter(entry -> entry.profile().size() == size)
                                    .toList()));
        }
        return new Cycles(bySize, days(land, land.entries()));
    }

    private static double days(Landscape land, List<Entry> entries) {
        var from = land.today()
                .minusMonths(land.scoring().potential().windowMonths())
                .plusDays(1);
        var won = entries.stream()
                .flatMap(entry -> entry.closed(from, land.today()))
                .filter(Opportunity::won)
                .toList();
        return Arrays.stream(Stats.cycleDays(won)).average().orElse(Double.NaN);
    }

    /** That of the account's size, else that of all. */
    double of(Entry entry) {
        double days = bySize.getOrDefault(entry.profile().size(), Double.NaN);
        return Double.isNaN(days) ? all : days;
    }
}
