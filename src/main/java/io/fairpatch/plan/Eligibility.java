package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.Counts;
import io.fairpatch.plan.problem.Holders;
import io.fairpatch.plan.problem.Need;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which seats a unit may go to by pins and needs. Where no rep meets all, those who miss least are taken. */
final class Eligibility {
    private static final int NAMED = 3;

    private final Roster roster;
    private final Needs needs;
    private final Pins pins;
    private final Exemptions exemptions;
    private final List<String> notes;
    private final List<String> unserved = new ArrayList<>();
    private final List<String> pinnedAmiss = new ArrayList<>();
    private final int[] open;

    Eligibility(Roster roster, Needs needs, Pins pins, Exemptions exemptions, List<String> notes) {
        this.roster = roster;
        this.needs = needs;
        this.pins = pins;
        this.exemptions = exemptions;
        this.notes = notes;
        int[] free = IntStream.range(0, roster.size())
                .filter(seat -> !roster.isShielded(seat))
                .toArray();
        this.open = free.length > 0 ? free : IntStream.range(0, roster.size()).toArray();
    }

    Unit unit(int index, List<Account> family, Holders holders, int[] counts, long potential) {
        Pins.Place place = pins.place(family);
        Map<Need, int[]> broken = needs.broken(exemptions.asking(family, place));
        int[] options = place.seat() != Unit.FREE ? new int[] {place.seat()} : leastBroken(broken);
        String name = family.get(0).name();
        if (sum(broken, options[0]) > 0) {
            (place.seat() == Unit.FREE ? unserved : pinnedAmiss).add(name);
        }
        return new Unit(index, name, potential, counts, place.why(), place.seat(), options, holders, broken);
    }

    /** Adds a sentence when some accounts' needs are met by nobody, or not by the rep they stay with. */
    void sayWhatClashed() {
        if (!unserved.isEmpty()) {
            notes.add("No rep who may take them meets all needs (language, clearance, time zone, kind of seller) of "
                    + named(unserved) + ": a rule can't be kept there.");
        }
        int exempt = exemptions.found().size();
        if (exempt > 0) {
            notes.add("A person must decide on " + Counts.of(exempt, "account", "accounts")
                    + " that a rule keeps with a rep who does not meet a need: the plan leaves them where they are.");
        }
        if (!pinnedAmiss.isEmpty()) {
            notes.add(
                    "Accounts are pinned to, or follow their family to, a rep who does not meet all their needs (language,"
                            + " clearance, time zone, kind of seller): " + named(pinnedAmiss) + ".");
        }
    }

    private static String named(List<String> accounts) {
        String names = String.join(", ", accounts.subList(0, Math.min(NAMED, accounts.size())));
        return Counts.of(accounts.size(), "account", "accounts") + " (" + names
                + (accounts.size() > NAMED ? ", ..." : "") + ")";
    }

    private int[] leastBroken(Map<Need, int[]> broken) {
        if (broken.isEmpty()) {
            return open;
        }
        int least = IntStream.of(open).map(seat -> sum(broken, seat)).min().orElse(0);
        int[] fitting =
                IntStream.of(open).filter(seat -> sum(broken, seat) == least).toArray();
        return fitting.length == open.length ? open : fitting;
    }

    private static int sum(Map<Need, int[]> broken, int seat) {
        int sum = 0;
        for (int[] counted : broken.values()) {
            sum += counted[seat];
        }
        return sum;
    }
}
