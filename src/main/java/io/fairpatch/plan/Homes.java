package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Where reps work from: their home, else the centre of their book, else the centre of all accounts. */
final class Homes {
    /** So many reps at one place are at an office: it says nothing about where their territories are. */
    private static final int OFFICE = 3;

    private static final double SAME_PLACE_KM = 1;

    private final Roster roster;
    private final List<Account> accounts;

    Homes(Roster roster, List<Account> accounts) {
        this.roster = roster;
        this.accounts = accounts;
    }

    /** Absent only when no account has a place. */
    Map<Integer, GeoPoint> bySeat(Map<SalesforceId, SalesforceId> reps) {
        var centres = new Centre[roster.size()];
        var everywhere = new Centre();
        for (Account account : accounts) {
            GeoPoint place = account.place();
            if (place != null) {
                everywhere.add(place, 1);
                Integer seat = roster.seat(reps.get(account.id()));
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

    /** Whether the rep has a home on record that is no office of several. */
    static boolean isKnown(Roster roster, int seat) {
        GeoPoint home = roster.rep(seat).home();
        int there = 0;
        for (int other = 0; home != null && other < roster.size(); other++) {
            GeoPoint its = roster.rep(other).home();
            there += its != null && its.kilometresTo(home) < SAME_PLACE_KM ? 1 : 0;
        }
        return home != null && there < OFFICE;
    }

    /** Whether all reps who take part have one. */
    static boolean areKnown(Roster roster) {
        return IntStream.range(0, roster.size()).allMatch(seat -> roster.isOpen(seat) || isKnown(roster, seat));
    }
}
