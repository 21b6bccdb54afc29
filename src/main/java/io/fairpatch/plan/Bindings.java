package io.fairpatch.plan;

import io.fairpatch.model.Counts;
import io.fairpatch.model.Money;
import io.fairpatch.plan.engine.Duals;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Need;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which bands, caps and rules hold a plan back, the dearest first. */
final class Bindings {
    private static final int MOST = 30;
    /** Money and minutes are counted by the thousand dollars and the hour, so that a price says something. */
    private static final long THOUSAND = 100_000;

    private static final long HOUR = 60;

    private final Prepared prepared;
    private final Duals duals;
    private final Standing standing;

    Bindings(Prepared prepared, Duals duals, int[] assignment) {
        this.prepared = prepared;
        this.duals = duals;
        this.standing = new Standing(prepared.problem(), assignment);
    }

    List<Binding> all() {
        var all = new ArrayList<Binding>();
        duals.forEach((room, counted, seat, price) -> all.add(band(room, words(counted), seat, price)));
        if (duals.moving() > 0) {
            long cents = Math.round(duals.moving());
            all.add(new Binding(
                    Rule.MOVE_LIMIT.words(),
                    "all",
                    "One more move would bring about " + Money.words(cents) + " a year.",
                    cents));
        }
        for (Need need : Need.values()) {
            dropped(need, all);
        }
        all.removeIf(binding -> binding.cents() == 0);
        all.sort(Comparator.comparingLong(Binding::cents).reversed().thenComparing(Binding::what));
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    private Binding band(Duals.Room room, String counted, int seat, double price) {
        String name = prepared.roster().rep(seat).name();
        String end = price > 0 ? "upper" : "lower";
        long cents = Math.round(Math.abs(price) * toldBy(room));
        return switch (room) {
            case POTENTIAL ->
                new Binding(
                        Rule.BALANCE.words(),
                        name,
                        sentence(end, "band of potential", name, "1k more room", cents),
                        cents);
            case WORK ->
                new Binding(
                        Rule.WORKLOAD.words(),
                        name,
                        sentence(end, "band of work", name, "an hour more room", cents),
                        cents);
            case CAP ->
                new Binding(
                        Rule.CAPACITY.words(),
                        name,
                        sentence("upper", "cap on " + counted, name, "one account more", cents),
                        cents);
            case MIX ->
                new Binding(
                        Rule.MIX.words(),
                        name,
                        sentence(end, "mix of " + counted, name, "one account's difference", cents),
                        cents);
            case LEARNING ->
                new Binding(
                        Rule.LEARNING.words(),
                        name,
                        sentence(end, "book to learn on (" + counted + ")", name, "a difference of one", cents),
                        cents);
        };
    }

    /** What a cap or a mix counts: a rep has one of each kind, with a price of its own. */
    private static String words(@Nullable Count counted) {
        return counted == null
                ? ""
                : switch (counted) {
                    case ACCOUNTS -> "accounts";
                    case TIER_1 -> "accounts of tier 1";
                    case TIER_2 -> "accounts of tier 2";
                    case TIER_3 -> "accounts of tier 3";
                    case CUSTOMERS -> "customers";
                    case GROWTH -> "growth accounts";
                    case COMPLEX -> "enterprise companies";
                    case SIZE -> "steps of company size";
                };
    }

    /** How many of what has a price make what is told of. */
    private static long toldBy(Duals.Room room) {
        return switch (room) {
            case POTENTIAL -> THOUSAND;
            case WORK -> HOUR;
            case CAP, MIX, LEARNING -> 1;
        };
    }

    private static String sentence(String end, String what, String name, String unit, long cents) {
        return String.format(
                Locale.ROOT,
                "The %s end of %s's %s binds: %s would bring about %s a year.",
                end,
                name,
                what,
                unit,
                Money.words(cents));
    }

    /** What dropping a need would bring at the prices: the least reduced cost among the seats that only it rules out. */
    private void dropped(Need need, List<Binding> all) {
        double gain = 0;
        int accounts = 0;
        for (Unit unit : prepared.problem().units()) {
            double better = gain(need, unit);
            gain += better;
            accounts += better > 0 ? unit.accounts() : 0;
        }
        long cents = Math.round(gain);
        if (cents > 0) {
            all.add(new Binding(
                    Rule.of(need).words(),
                    "the rule",
                    String.format(
                            Locale.ROOT,
                            "Without the rule on %s, %s could go elsewhere: at most %s a year.",
                            need.words(),
                            Counts.of(accounts, "account", "accounts"),
                            Money.words(cents)),
                    cents));
        }
    }

    private double gain(Need need, Unit unit) {
        if (unit.pin() != Unit.FREE) {
            return 0;
        }
        double now = 0;
        double best = 0;
        boolean known = false;
        for (int seat = 0; seat < prepared.roster().size(); seat++) {
            if (unit.broken(need, seat) > 0 && unit.broken(seat) == unit.broken(need, seat)) {
                now = known ? now : duals.reducedCost(unit.index(), standing.seatOf(unit.index()));
                known = true;
                best = Math.max(best, now - duals.reducedCost(unit.index(), seat));
            }
        }
        return best;
    }
}
