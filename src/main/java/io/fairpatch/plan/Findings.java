package io.fairpatch.plan;

import io.fairpatch.model.Counts;
import io.fairpatch.model.Money;
import io.fairpatch.plan.engine.Duals;
import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What holds, what binds and what clashes in a plan, in sentences with numbers. */
final class Findings {
    private static final int MOST_NAMED = 5;

    private final Prepared prepared;
    private final Standing standing;
    private final Duals prices;
    private final int moves;
    private final List<String> sentences = new ArrayList<>();

    Findings(Prepared prepared, Standing standing, Duals prices, int moves) {
        this.prepared = prepared;
        this.standing = standing;
        this.prices = prices;
        this.moves = moves;
    }

    /** A list that may be added to. */
    List<String> sentences(@Nullable Double bound, @Nullable Double gap) {
        var score = standing.score();
        if (score.feasible()) {
            sentences.add("Every book is inside its bands of potential and work, and no hard rule is broken.");
        } else {
            outside();
            tooLarge();
            hard(score.broken());
        }
        if (bound != null && gap != null) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "The plan costs %s a year %s; no plan inside the bands costs less than %s (gap %.2f %%).",
                    Money.words(score.cost()),
                    CostWords.of(prepared.input()),
                    Money.words(bound),
                    100 * gap));
        }
        limitOnMoves();
        return sentences;
    }

    private void limitOnMoves() {
        int accounts = prepared.input().accounts().size();
        String sentence = Counts.of(moves) + " of " + Counts.of(accounts, "account", "accounts")
                + (moves == 1 ? " moves" : " move");
        double price = prices.moving();
        long over = standing.moved() - prepared.problem().mostMoved();
        if (over > 0) {
            sentences.add(sentence + ", " + over + " more than may.");
            return;
        }
        boolean binds = price > 0 && over == 0;
        sentences.add(
                binds
                        ? sentence + ", the most allowed: one more would bring about " + Money.words(price) + " a year."
                        : sentence + ".");
    }

    private void outside() {
        int named = 0;
        for (Seat seat : prepared.problem().seats()) {
            if (standing.outside(seat.index()) > 0 && named++ < MOST_NAMED) {
                potential(seat, standing.potential(seat.index()));
                work(seat, standing.minutes(seat.index()));
            }
        }
        if (named > MOST_NAMED) {
            int more = named - MOST_NAMED;
            sentences.add(Counts.of(more, "more book is", "more books are") + " outside the bands.");
        }
    }

    private void potential(Seat seat, long load) {
        Band band = seat.potential();
        if (band.violation(load) > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s has a potential of %s, outside the band from %s to %s.",
                    seat.name(),
                    Money.words(load),
                    Money.words(band.low()),
                    Money.words(band.high())));
        }
    }

    private void work(Seat seat, long load) {
        Band band = seat.minutes();
        if (band.violation(load) > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s has %,d hours of work, outside the band from %,d to %,d.",
                    seat.name(),
                    load / 60,
                    band.low() / 60,
                    band.high() / 60));
        }
    }

    private void tooLarge() {
        int named = 0;
        for (Unit unit : prepared.problem().units()) {
            Seat seat = prepared.problem().seats().get(standing.seatOf(unit.index()));
            if (!seat.potential().isOpen() && unit.potential() > largestBand(unit) && named++ < MOST_NAMED) {
                sentences.add(String.format(
                        Locale.ROOT,
                        "%s alone has a potential of %s, above the top of every band it may go to (%s): no plan can be"
                                + " inside all bands.",
                        name(unit),
                        Money.words(unit.potential()),
                        Money.words(largestBand(unit))));
            }
        }
    }

    private static String name(Unit unit) {
        return unit.accounts() == 1
                ? unit.name()
                : "The family of " + unit.name() + " (" + unit.accounts() + " accounts)";
    }

    private long largestBand(Unit unit) {
        long largest = 0;
        for (int seat : unit.options()) {
            largest = Math.max(
                    largest, prepared.problem().seats().get(seat).potential().high());
        }
        return largest;
    }

    private void hard(long broken) {
        if (broken > 0) {
            sentences.add("Hard rules are broken for " + Counts.of(broken, "account", "accounts")
                    + ": caps, language, compliance or the limit on" + " moves can't all hold together.");
        }
        for (Seat seat : prepared.problem().seats()) {
            int over = standing.overCaps(seat.index());
            if (over > 0) {
                sentences.add(seat.name() + " has " + Counts.of(standing.accounts(seat.index()), "account", "accounts")
                        + ", " + over
                        + " above the caps.");
            }
        }
    }
}
