package io.fairpatch.insight.make;

import io.fairpatch.insight.Vital;
import io.fairpatch.insight.Vital.Sign;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Landscapes;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that are watched between reviews, by the same formulas as the reports that show them. One pass over all
 * accounts and their closed deals.
 */
@Singleton
public class VitalSigns {
    private static final double QUARTERS_A_YEAR = 4;
    private static final int HISTORY = 4;

    private final Landscapes landscapes;

    public VitalSigns(Landscapes landscapes) {
        this.landscapes = landscapes;
    }

    /** @throws io.fairpatch.error.FairpatchException NOT_SCORED when the org was never scored */
    public List<Vital> of(SalesforceId org) {
        return of(landscapes.of(org));
    }

    /** All of them; a sign that cannot be told, such as attainment without a quota, is left out. */
    public static List<Vital> of(Landscape land) {
        var signs = new ArrayList<Vital>();
        var fairness = Fairness.of(Rollup.of(land, Settings.of(List.of(Rollup.BY), Map.of())));
        if (fairness.lowest() != null) {
            signs.add(state(
                    Sign.SPREAD, Sign.SPREAD.name(), "", fairness.balance().spread() - 1));
        }
        loads(land, signs);
        gone(land, signs);
        newcomers(land, signs);
        surges(land, signs);
        age(land, signs);
        results(land, signs);
        return signs;
    }

    private static Vital state(Sign sign, String key, String subject, double value) {
        return new Vital(sign, key, subject, value, List.of());
    }

    private static void loads(Landscape land, List<Vital> signs) {
        var workload = new Workload(land);
        double average = CapacityUse.average(land, workload);
        if (average > 0) {
            land.staffed().stream()
                    .map(territory -> state(
                            Sign.LOAD, territory.key(), territory.name(), workload.perCapacity(territory) / average))
                    .forEach(signs::add);
        }
    }

    private static void gone(Landscape land, List<Vital> signs) {
        land.entries().stream()
                .map(entry -> entry.holder())
                .filter(holder -> holder != null && !holder.active())
                .collect(Collectors.groupingBy(Objects::requireNonNull, Collectors.counting()))
                .forEach((user, accounts) ->
                        signs.add(state(Sign.LEFT, user.id().value(), user.name(), (double) accounts)));
    }

    private static void newcomers(Landscape land, List<Vital> signs) {
        Map<SalesforceId, Long> books = land.entries().stream()
                .filter(entry -> entry.holder() != null)
                .collect(Collectors.groupingBy(
                        entry -> Objects.requireNonNull(entry.holder()).id(), Collectors.counting()));
        land.reps()
                .forEach(rep -> signs.add(
                        state(Sign.BOOK, rep.id().value(), rep.name(), (double) books.getOrDefault(rep.id(), 0L))));
    }

    private static void surges(Landscape land, List<Vital> signs) {
        for (Territory territory : land.staffed()) {
            long surging = territory.accounts().stream()
                    .filter(entry -> entry.profile().surging())
                    .count();
            signs.add(state(
                    Sign.SURGE,
                    territory.key(),
                    territory.name(),
                    (double) surging / territory.accounts().size()));
        }
    }

    private static void age(Landscape land, List<Vital> signs) {
        land.entries().stream()
                .map(entry -> entry.account().territory().assignedDate())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> signs.add(
                        state(Sign.AGE, Sign.AGE.name(), "", (double) ChronoUnit.DAYS.between(newest, land.today()))));
    }

    private static void results(Landscape land, List<Vital> signs) {
        var quarters = Quarters.last(land, HISTORY);
        for (Normalised result : Normalised.of(land, HISTORY)) {
            add(signs, Sign.RESULT, result.territory(), result.quarters());
            Long quota = QuotaReport.quota(result.territory());
            if (quota != null && quota > 0) {
                add(
                        signs,
                        Sign.ATTAINMENT,
                        result.territory(),
                        quarters.stream()
                                .map(quarter -> quarter.won(result.territory()) * QUARTERS_A_YEAR / quota)
                                .toList());
            }
        }
    }

    private static void add(List<Vital> signs, Sign sign, Territory territory, List<@Nullable Double> newestFirst) {
        Double now = newestFirst.get(0);
        if (now != null && !now.isNaN()) {
            var earlier = newestFirst.stream()
                    .skip(1)
                    .map(value -> value == null ? Double.NaN : value)
                    .toList();
            signs.add(new Vital(sign, territory.key(), territory.name(), now, earlier));
        }
    }
}
