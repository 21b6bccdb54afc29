package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.plan.problem.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds accounts that a pin keeps where they are although their rep does not meet their needs. They ask for nothing in this
 * plan: a breach that is older than the plan is for people to end, and must not hide what the plan itself would break.
 */
final class Exemptions {
    private final PlanInput input;
    private final Roster roster;
    private final Needs needs;
    private final List<Exemption> found = new ArrayList<>();

    Exemptions(PlanInput input, Roster roster, Needs needs) {
        this.input = input;
        this.roster = roster;
        this.needs = needs;
    }

    /** The accounts of a family whose needs count: all but those that stay with who has them and are not met there. */
    List<Account> asking(List<Account> family, Pins.Place place) {
        if (!place.why().stays()) {
            return family;
        }
        return family.stream().filter(account -> !isExempt(account, place)).toList();
    }

    private boolean isExempt(Account account, Pins.Place place) {
        var now = roster.seat(input.currentRep().get(account.id()));
        if (now == null || now != place.seat()) {
            return false;
        }
        List<String> unmet = needs.broken(List.of(account)).entrySet().stream()
                .filter(need -> need.getValue()[place.seat()] > 0)
                .map(Map.Entry::getKey)
                .map(Need::words)
                .toList();
        if (unmet.isEmpty()) {
            return false;
        }
        var rep = roster.rep(place.seat());
        found.add(new Exemption(account.id(), account.name(), rep.id(), rep.name(), unmet, place.why()));
        return true;
    }

    /** All that were found so far. */
    List<Exemption> found() {
        return List.copyOf(found);
    }
}
