package io.fairpatch.plan;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.model.AccountScore;
import io.fairpatch.plan.problem.Caps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many accounts a rep may have, by role preset and ramp stage. Caps that can't hold together are raised, and that is
 * said: a cap that nobody can keep would only hide the ones that matter.
 */
final class CapRules {
    /** Room left above the bare need, so that books can differ in number while they agree in potential. */
    private static final double ROOM = 1.25;
    /** Capped books can be filled with accounts of about this much of the average. */
    private static final double RICHEST = 2;

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
        double[] raise = new double[4];
        for (int measure = 0; measure < 4; measure++) {
            raise[measure] = raise(measure, counts[measure]);
        }
        var caps = new ArrayList<Caps>();
        for (int seat = 0; seat < roster.size(); seat++) {
            caps.add(caps(seat, raise, lows[seat], mean));
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

    /** The factor by which role caps of a measure grow so that all accounts find room; measure 0 is the total. */
    private double raise(int measure, int accounts) {
        double room = 0;
        double rampRoom = 0;
        for (int seat = 0; seat < roster.size(); seat++) {
            Integer role = roleCap(seat, measure);
            Integer ramp = measure == 0 ? rampCap(seat) : null;
            if (roster.isOpen(seat)) {
                continue;
            }
            if (role == null && ramp == null) {
                return 1;
            }
            if (ramp != null && (role == null || ramp <= role)) {
                rampRoom += ramp;
            } else if (role != null) {
                room += role;
            }
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

    private Caps caps(int seat, double[] raise, long low, double mean) {
        if (roster.isOpen(seat)) {
            return Caps.OPEN;
        }
        int total = Math.min(raised(roleCap(seat, 0), raise[0]), raised(rampCap(seat), 1));
        int needed = mean <= 0 ? 0 : (int) Math.ceil(low / (RICHEST * mean));
        if (total < needed) {
            raised.computeIfAbsent(total + " to " + needed + " accounts", key -> new ArrayList<>())
                    .add(roster.rep(seat).name());
            total = needed;
        }
        return new Caps(
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
