package io.fairpatch.plan;

import io.fairpatch.model.RampStage;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.SizeClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The accounts a rep should work on first: three for who ramps, with much potential in companies that are not complex, to
 * go deep; twenty for the others, of as many industries as the book has.
 */
public final class Focus {
    private static final int DEEP = 3;
    private static final int DIVERSE = 20;

    private static final Comparator<Target> RICHEST =
            Comparator.comparingLong(Target::potentialCents).reversed().thenComparing(Target::account);

    private Focus() {}

    /** An account that may be chosen. */
    public record Target(SalesforceId account, String name, String industry, SizeClass size, long potentialCents) {
        boolean isComplex() {
            return Focus.isComplex(size);
        }
    }

    /** Large companies have long cycles and many who decide. */
    public static boolean isComplex(SizeClass size) {
        return size == SizeClass.ENTERPRISE;
    }

    /** Whether a rep has not come far enough in the job for a full book. */
    public static boolean ramps(RampStage stage) {
        return stage == RampStage.NEW || stage == RampStage.RAMPING;
    }

    /** The targets of a book, first things first. */
    public static List<Target> of(RampStage stage, List<Target> book) {
        return ramps(stage)
                ? book.stream()
                        .sorted(Comparator.comparing(Target::isComplex).thenComparing(RICHEST))
                        .limit(DEEP)
                        .toList()
                : diverse(book);
    }

    /** The richest of each industry, then the second of each, and so on. */
    private static List<Target> diverse(List<Target> book) {
        Map<String, List<Target>> industries = book.stream()
                .sorted(RICHEST)
                .collect(Collectors.groupingBy(Target::industry, TreeMap::new, Collectors.toList()));
        var chosen = new ArrayList<Target>();
        for (int rank = 0; chosen.size() < Math.min(DIVERSE, book.size()); rank++) {
            int place = rank;
            industries.values().stream()
                    .filter(targets -> targets.size() > place)
                    .map(targets -> targets.get(place))
                    .sorted(RICHEST)
                    .limit(DIVERSE - chosen.size())
                    .forEach(chosen::add);
        }
        return chosen;
    }
}
