package io.fairpatch.plan;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.model.AccountScore;
import io.fairpatch.plan.problem.Caps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many accounts a rep may have, by role preset and ramp stage. Caps that can't hold together are raised, and that is
 * said: a cap that nobody can keep would only hide the ones that matter.
 */
final class CapRules {
    /** Room left above the bare need, so that books can differ in number while they agree in potential. */
    private static final double ROOM = 1.25;
    /** Capped books can be filled with accounts of about this much of the average, and not with complex ones alone. */
    private static final double RICHEST = 1.5;

    private static final int NAMED = 3;

    private final Roster roster;
    private final CoverageConfig coverage;
    private final List<String> notes;
    private final Map<String, List<String>> raised = new TreeMap<>();

    CapRules(Roster roster, CoverageConfig coverage, List<String> notes) {
        this.roster = roster;
        this.coverage = coverage;
        this.notes = notes;
    }

    /**
     * Caps by seat.
     *
     * @param lows least potential of each seat, cents
     */
    List<Caps> of(List<AccountScore> accounts, long[] lows) {
        int[] counts = counts(accounts);
        double mean = accounts.stream()
                .mapToLong(AccountScore::potentialCents)
                .average()
                .orElse(0);
        int[] totals = totals(raise(0, counts[0], rampCaps()), lows, mean);
        double[] raise = new double[4];
        for (int tier = 1; tier < 4; tier++) {
            raise[tier] = raise(tier, counts[tier], totals);
        }
        var caps = new ArrayList<Caps>();
        for (int seat = 0; seat < roster.size(); seat++) {
            caps.add(caps(seat, totals[seat], raise));
        }
        raised.forEach((what, names) -> notes.add("Too few for the target, so raised from " + what + ": the cap of "
                + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more." : ".")));
        return caps;
    }

    private static int[] counts(List<AccountScore> accounts) {
        int[] counts = new int[4];
        for (AccountScore score : accounts) {
            counts[0]++;
            counts[score.tier().ordinal() + 1]++;
        }
        return counts;
    }

    private int[] rampCaps() {
        return IntStream.range(0, roster.size())
                .map(seat -> raised(rampCap(seat), 1))
                .toArray();
    }

    /**
     * The factor by which role caps of a measure grow so that all accounts find room; measure 0 is the total.
     *
     * @param limits by seat, what it can't have more of whatever its role's cap
     */
    private double raise(int measure, int accounts, int[] limits) {
        double room = 0;
        double rampRoom = 0;
        for (int seat = 0; seat < roster.size(); seat++) {
            if (roster.isOpen(seat)) {
                continue;
            }
            int role = raised(roleCap(seat, measure), 1);
            if (role == Caps.NONE && limits[seat] == Caps.NONE) {
                return 1;
            }
            room += role < limits[seat] ? role : 0;
            rampRoom += role < limits[seat] ? 0 : limits[seat];
        }
        if (room + rampRoom >= accounts || room == 0) {
            return 1;
        }
        double factor = (accounts - rampRoom) * ROOM / room;
        String what = measure == 0 ? "accounts" : "tier " + measure + " accounts";
        notes.add(String.format(
                Locale.ROOT,
                "The caps of preset %s leave room for %,.0f %s but there are %,d: they were raised %.2f times.",
                coverage.preset(),
                room + rampRoom,
                what,
                accounts,
                factor));
        return factor;
    }

    private int[] totals(double raise, long[] lows, double mean) {
        int[] totals = new int[roster.size()];
        for (int seat = 0; seat < totals.length; seat++) {
            int total = Math.min(raised(roleCap(seat, 0), raise), raised(rampCap(seat), 1));
            int needed = mean <= 0 ? 0 : (int) Math.ceil(lows[seat] / (RICHEST * mean));
            if (total < needed && !roster.isOpen(seat)) {
                raised.computeIfAbsent(total + " to " + needed + " accounts", key -> new ArrayList<>())
                        .add(roster.rep(seat).name());
            }
            totals[seat] = Math.max(total, needed);
        }
        return totals;
    }

    private Caps caps(int seat, int total, double[] raise) {
        return roster.isOpen(seat)
                ? Caps.OPEN
                : new Caps(
                        total,
                        raised(roleCap(seat, 1), raise[1]),
                        raised(roleCap(seat, 2), raise[2]),
                        raised(roleCap(seat, 3), raise[3]));
    }

    private static int raised(@Nullable Integer cap, double factor) {
        return cap == null ? Caps.NONE : (int) Math.ceil(cap * factor);
    }

    private @Nullable Integer rampCap(int seat) {
        CoverageConfig.Ramp ramp =
                coverage.ramp().get(roster.rep(seat).rampStage().name());
        return ramp == null ? null : ramp.maxAccounts();
    }

    private @Nullable Integer roleCap(int seat, int measure) {
        CoverageConfig.Preset preset = coverage.presets().get(coverage.preset());
        String role = roster.rep(seat).role();
        CoverageConfig.Caps caps =
                preset == null || role == null ? null : preset.roles().get(role);
        if (caps == null) {
            return null;
        }
        return switch (measure) {
            case 0 -> caps.total();
            case 1 -> caps.tier1();
            case 2 -> caps.tier2();
            default -> caps.tier3();
        };
    }
}
