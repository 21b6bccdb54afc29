package io.fairpatch.plan;

import io.fairpatch.config.PlanningConfig.HardRules;
import io.fairpatch.model.Account;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.Play;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.problem.Need;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What accounts ask of reps, counted for each seat that does not meet it. Alike accounts share their counts. */
final class Needs {
    private static final double DEGREES_AN_HOUR = 15;

    private final PlanInput input;
    private final Roster roster;
    private final Map<Integer, GeoPoint> homes;
    private final Map<Object, int[]> shared = new HashMap<>();

    private interface Unmet {
        boolean at(int seat);
    }

    Needs(PlanInput input, Roster roster, Map<Integer, GeoPoint> homes) {
        this.input = input;
        this.roster = roster;
        this.homes = homes;
    }

    /** By need and seat: accounts of the family whose need is not met; without needs that every seat meets. */
    Map<Need, int[]> broken(List<Account> family) {
        var broken = new EnumMap<Need, int[]>(Need.class);
        HardRules rules = input.planning().rules();
        for (Account account : family) {
            String language = account.language();
            if (rules.language() && language != null) {
                add(broken, Need.LANGUAGE, language, seat -> !speaks(language, roster.rep(seat)));
            }
            if (rules.compliance() && !account.compliance().isEmpty()) {
                add(broken, Need.COMPLIANCE, account.compliance(), seat -> !roster.rep(seat)
                        .clearances()
                        .containsAll(account.compliance()));
            }
            zone(account, rules.timeZoneHours(), broken);
            team(account, broken);
            Set<SalesforceId> out = input.levers().forbidden().get(account.id());
            if (out != null) {
                add(
                        broken,
                        Need.FORBIDDEN,
                        out,
                        seat -> out.contains(roster.rep(seat).id()));
            }
        }
        return broken;
    }

    private static boolean speaks(String language, Rep rep) {
        return rep.languages().isEmpty() || rep.languages().stream().anyMatch(language::equalsIgnoreCase);
    }

    /** Sun time by longitude in steps of a tenth of an hour: an approximation of time zones that needs no map. */
    private void zone(Account account, @Nullable Double most, Map<Need, int[]> broken) {
        GeoPoint place = account.place();
        if (most != null && place != null) {
            double hours = Math.rint(10 * place.longitude() / DEGREES_AN_HOUR) / 10;
            add(broken, Need.TIME_ZONE, hours, seat -> hoursApart(hours, homes.get(seat)) > most);
        }
    }

    private static double hoursApart(double hours, @Nullable GeoPoint home) {
        if (home == null) {
            return 0;
        }
        double apart = Math.abs(hours - home.longitude() / DEGREES_AN_HOUR);
        return Math.min(apart, 24 - apart);
    }

    /** A team takes the accounts of its plays and no others; so do roles where they part the accounts among them. */
    private void team(Account account, Map<Need, int[]> broken) {
        Play play = Objects.requireNonNull(input.scores().get(account.id()))
                .profile()
                .play();
        String group = roster.group(play);
        add(broken, Need.TEAM, List.of(play.agent(), group), seat -> isElsewhere(play.agent(), group, seat));
    }

    private boolean isElsewhere(Play.Agent play, String group, int seat) {
        if (roster.agent(seat) != Play.Agent.REP) {
            return roster.agent(seat) != play;
        }
        boolean teams = play != Play.Agent.REP && roster.has(play);
        return teams || (!group.isEmpty() && !group.equals(roster.group(seat)));
    }

    private void add(Map<Need, int[]> broken, Need need, Object key, Unmet unmet) {
        int[] counted = shared.computeIfAbsent(List.of(need, key), fresh -> count(unmet));
        if (counted.length > 0) {
            broken.merge(need, counted, Needs::sum);
        }
    }

    /** Empty when every seat meets it. */
    private int[] count(Unmet unmet) {
        int[] counted = new int[roster.size()];
        boolean any = false;
        for (int seat = 0; seat < counted.length; seat++) {
            counted[seat] = unmet.at(seat) ? 1 : 0;
            any |= counted[seat] > 0;
        }
        return any ? counted : new int[0];
    }

    private static int[] sum(int[] one, int[] other) {
        int[] sum = one.clone();
        for (int seat = 0; seat < sum.length; seat++) {
            sum[seat] += other[seat];
        }
        return sum;
    }
}
