package io.fairpatch.web.proposal;

import io.fairpatch.review.RoundTrip.Fate;
import io.fairpatch.web.view.Fact;
import io.fairpatch.web.view.SheetPage;
import io.fairpatch.web.view.Show;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of the lines: counted by fate, and each, the refused ones first. */
final class SheetFates {
    private SheetFates() {}

    static List<Fact> tally(List<Fate> fates) {
        Map<String, Long> counts =
                fates.stream().collect(Collectors.groupingBy(SheetFates::kind, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(kind -> new Fact(kind.getKey(), Show.count(kind.getValue())))
                .toList();
    }

    static List<SheetPage.Row> rows(List<Fate> fates) {
        Comparator<Fate> refusedFirst = Comparator.comparing(Fate::good);
        return fates.stream()
                .sorted(refusedFirst.thenComparing(SheetFates::untouched).thenComparing(Fate::number))
                .map((Function<Fate, SheetPage.Row>)
                        fate -> new SheetPage.Row(fate.number(), fate.account(), fate.good(), fate.sentence()))
                .toList();
    }

    private static boolean untouched(Fate fate) {
        return fate.sentence().equals("As it was.");
    }

    private static String kind(Fate fate) {
        if (!fate.good()) {
            return "Refused";
        }
        if (untouched(fate)) {
            return "As they were";
        }
        return fate.sentence().equals("Decided.") ? "Decided" : "Targets tried out";
    }
}
