package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.GeoPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where reps work from: their home, else the centre of their book, else the centre of all accounts. */
final class Homes {
    private final Roster roster;
    private final List<Account> accounts;
    private final PlanInput input;

    Homes(Roster roster, List<Account> accounts, PlanInput input) {
        this.roster = roster;
        this.accounts = accounts;
        this.input = input;
    }

    /** Absent only when no account has a place. */
    Map<Integer, GeoPoint> bySeat() {
        var centres = new Centre[roster.size()];
        var everywhere = new Centre();
        for (Account account : accounts) {
            GeoPoint place = account.place();
            if (place != null) {
                everywhere.add(place, 1);
                Integer seat = roster.seat(input.currentRep().get(account.id()));
                if (seat != null) {
                    centres[seat] = centres[seat] == null ? new Centre() : centres[seat];
                    centres[seat].add(place, 1);
                }
            }
        }
        var homes = new HashMap<Integer, GeoPoint>();
        for (int seat = 0; seat < roster.size(); seat++) {
            GeoPoint home = roster.rep(seat).home();
            GeoPoint centre = centres[seat] == null ? everywhere.point() : centres[seat].point();
            if (home != null) {
                homes.put(seat, home);
            } else if (centre != null) {
                homes.put(seat, centre);
            }
        }
        return homes;
    }
}
