package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.problem.Pin;
import io.fairpatch.plan.problem.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accounts that must be with one rep, and why. Where an account has several reasons, the strongest counts. */
final class Pins {
    private final Map<SalesforceId, Place> places = new HashMap<>();

    /** A seat and why; {@link Unit#FREE} for none. */
    record Place(int seat, Pin why) {
        static final Place FREE = new Place(Unit.FREE, Pin.NONE);
    }

    Pins(PlanInput input, Roster roster) {
        for (Account account : input.accounts()) {
            Place place = of(account, input, roster);
            if (place.seat() != Unit.FREE) {
                places.put(account.id(), place);
            }
        }
    }

    private static Place of(Account account, PlanInput input, Roster roster) {
        Levers levers = input.levers();
        Integer chosen = roster.seat(levers.pins().get(account.id()));
        if (chosen != null) {
            return new Place(chosen, Pin.CHOSEN);
        }
        Integer now = roster.seat(input.currentRep().get(account.id()));
        if (now == null) {
            return Place.FREE;
        }
        if (levers.onlyAccounts() != null && !levers.onlyAccounts().contains(account.id())) {
            return new Place(now, Pin.OUT_OF_SCOPE);
        }
        if (roster.isShielded(now)) {
            return new Place(now, Pin.PROTECTED);
        }
        if (levers.released().contains(account.id())) {
            return Place.FREE;
        }
        var until = input.held().get(account.id());
        if (until != null && !until.isBefore(input.today())) {
            return new Place(now, Pin.HELD);
        }
        boolean named = account.namedAccount() && input.planning().rules().namedAccountsStay();
        return named ? new Place(now, Pin.NAMED) : Place.FREE;
    }

    /** Where an account must be; null when it is free. */
    @Nullable
    Place place(Account account) {
        return places.get(account.id());
    }

    /** Where a family must be: the strongest of its members' pins. */
    Place place(List<Account> family) {
        Place strongest = Place.FREE;
        for (Account account : family) {
            Place place = places.get(account.id());
            if (place != null && place.why().compareTo(strongest.why()) > 0) {
                strongest = place;
            }
        }
        return strongest;
    }
}
