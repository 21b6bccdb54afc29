package io.fairpatch.plan;

import io.fairpatch.model.Counts;
import io.fairpatch.model.Money;
import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Need;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What some books break, in sentences. One use. */
final class Violations {
    private final Prepared prepared;
    private final Standing standing;
    private final List<String> sentences = new ArrayList<>();

    Violations(Prepared prepared, Standing standing) {
        this.prepared = prepared;
        this.standing = standing;
    }

    /** The hard rules and bands that these seats break, and the limit on moves. */
    List<String> of(int[] seats) {
        var problem = prepared.problem();
        for (int index : seats) {
            Seat seat = problem.seats().get(index);
            band(seat, "potential", seat.potential(), standing.potential(index), 100, "");
            band(seat, "work", seat.minutes(), standing.minutes(index), 60, " hours");
            int over = standing.overCaps(index);
            if (over > 0) {
                sentences.add(seat.name() + " has " + Counts.of(over, "account", "accounts") + " above the caps.");
            }
        }
        boolean[] asked = new boolean[problem.seats().size()];
        for (int index : seats) {
            asked[index] = true;
        }
        problem.units().stream()
                .filter(unit -> asked[standing.seatOf(unit.index())])
                .forEach(this::needs);
        int tooMany = standing.moved() - problem.mostMoved();
        if (tooMany > 0) {
            sentences.add(Counts.of(tooMany, "more account moves than may.", "more accounts move than may."));
        }
        return sentences;
    }

    private void band(Seat seat, String measure, Band band, long load, int whole, String unit) {
        if (band.violation(load) > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s is %s outside the band of %s (%s, allowed %s to %s).",
                    seat.name(),
                    percent(band.violation(load)),
                    measure,
                    words(load, whole, unit),
                    words(band.low(), whole, unit),
                    words(band.high(), whole, unit)));
        }
    }

    /** Of hundredths of a per cent: what is outside at all is not outside by nothing. */
    private static String percent(long hundredths) {
        return hundredths < 5 ? "less than 0.1 %" : String.format(Locale.ROOT, "%.1f %%", hundredths / 100.0);
    }

    private static String words(long load, int whole, String unit) {
        return unit.isEmpty() ? Money.words(load) : String.format(Locale.ROOT, "%,d%s", load / whole, unit);
    }

    private void needs(Unit unit) {
        int at = standing.seatOf(unit.index());
        String rep = prepared.problem().seats().get(at).name();
        for (Need need : Need.values()) {
            if (unit.broken(need, at) > 0) {
                sentences.add(rep + " does not meet what " + unit.name() + " asks: " + need.words() + ".");
            }
        }
        if (unit.pinBroken(unit.why(), at) > 0) {
            sentences.add(unit.name() + " leaves its rep: " + unit.why().words() + ".");
        }
    }
}
