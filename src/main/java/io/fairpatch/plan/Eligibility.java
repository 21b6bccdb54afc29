package io.fairpatch.plan;

import io.fairpatch.config.PlanningConfig.HardRules;
import io.fairpatch.model.Account;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.problem.Holders;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which seats a unit may go to by pins, language and compliance. Where no rep fits, those who miss least are taken. */
final class Eligibility {
    private static final int NAMED = 3;

    private final Roster roster;
    private final HardRules rules;
    private final Map<SalesforceId, SalesforceId> pins;
    private final List<String> notes;
    private final List<String> unserved = new ArrayList<>();
    private final int[] open;

    Eligibility(Roster roster, HardRules rules, Map<SalesforceId, SalesforceId> pins, List<String> notes) {
        this.roster = roster;
        this.rules = rules;
        this.pins = pins;
        this.notes = notes;
        int[] free = IntStream.range(0, roster.size())
                .filter(seat -> !roster.isShielded(seat))
                .toArray();
        this.open = free.length > 0 ? free : IntStream.range(0, roster.size()).toArray();
    }

    Unit unit(int index, List<Account> family, Holders holders, int[] tiers, long potential) {
        int[] language = rules.language() ? broken(family, Eligibility::speaks) : null;
        int[] compliance = rules.compliance() ? broken(family, Eligibility::isCleared) : null;
        int pin = pin(family);
        int[] options = pin != Unit.FREE ? new int[] {pin} : leastBroken(language, compliance);
        String name = family.get(0).name();
        if (at(language, options[0]) + at(compliance, options[0]) > 0) {
            unserved.add(name);
        }
        return new Unit(index, name, potential, tiers, pin, options, holders, language, compliance);
    }

    /** Adds a sentence when some accounts' needs are met by nobody. */
    void sayWhatClashed() {
        if (!unserved.isEmpty()) {
            String names = String.join(", ", unserved.subList(0, Math.min(NAMED, unserved.size())));
            notes.add("No rep who may take them has the language or clearance for " + unserved.size() + " accounts ("
                    + names + (unserved.size() > NAMED ? ", ..." : "") + "): that rule can't be kept there.");
        }
    }

    private int pin(List<Account> family) {
        for (Account account : family) {
            Integer seat = roster.seat(pins.get(account.id()));
            if (seat != null) {
                return seat;
            }
        }
        return Unit.FREE;
    }

    private int[] leastBroken(int @Nullable [] language, int @Nullable [] compliance) {
        if (language == null && compliance == null) {
            return open;
        }
        int least = IntStream.of(open)
                .map(seat -> at(language, seat) + at(compliance, seat))
                .min()
                .orElse(0);
        return IntStream.of(open)
                .filter(seat -> at(language, seat) + at(compliance, seat) == least)
                .toArray();
    }

    private static int at(int @Nullable [] counts, int seat) {
        return counts == null ? 0 : counts[seat];
    }

    private interface Need {
        boolean metBy(Account account, Rep rep);
    }

    private int @Nullable [] broken(List<Account> family, Need need) {
        int[] broken = null;
        for (Account account : family) {
            if (account.language() == null && account.compliance().isEmpty()) {
                continue;
            }
            for (int seat = 0; seat < roster.size(); seat++) {
                if (!need.metBy(account, roster.rep(seat))) {
                    broken = broken == null ? new int[roster.size()] : broken;
                    broken[seat]++;
                }
            }
        }
        return broken;
    }

    private static boolean speaks(Account account, Rep rep) {
        String language = account.language();
        return language == null
                || rep.languages().isEmpty()
                || rep.languages().stream().anyMatch(language::equalsIgnoreCase);
    }

    private static boolean isCleared(Account account, Rep rep) {
        return rep.clearances().containsAll(account.compliance());
    }
}
