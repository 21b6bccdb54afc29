package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rounds the shares of the relaxation a few units at a time (a diving heuristic: Berthold 2006): those nearest to whole are
 * put where most of them is, the relaxation of the rest is solved anew, and so on. What a rounded unit leaves or takes too
 * much is made up by units near a tie, wherever they are, while a search can only pass a surplus on from neighbour to
 * neighbour. On 20,000 units x 100 agents some 200 are split, a fifth of which is put in each of four rounds for three
 * millionths of cost in all; as many are split again afterwards, since as many bands are tight. A round costs some ten
 * iterations of {@link Interior} over the columns of the last one.
 */
public final class Dive {
    private static final int ROUNDS = 4;
    private static final double PART = 0.25;
    private static final double WHOLE = 0.999;
    private static final double NEARLY = 0.7;
    private static final double START = 3e-4;
    private static final double FINE = 1e-6;
    /** Of the bound: a relaxation dearer by more has lost what rounding is to keep. */
    private static final double DEARER = 1e-4;

    private final Reduced reduced;
    private final Prices prices;
    private final BitSet kept = new BitSet();

    private Dive(Reduced reduced, Prices prices, Shares shares) {
        this.reduced = reduced;
        this.prices = prices;
        Arrays.stream(shares.option()).forEach(kept::set);
    }

    /** The same prices with shares after some rounds; unchanged where the relaxation was not solved. */
    public static Prices of(Reduced reduced, Prices prices, Workers workers, Pace pace) {
        var shares = prices.shares();
        if (shares == null || !prices.covers()) {
            return prices;
        }
        return prices.with(new Dive(reduced, prices, shares).run(shares, workers, pace));
    }

    private Shares run(Shares solved, Workers workers, Pace pace) {
        var shares = solved;
        double enough = prices.bound() + DEARER * Math.abs(prices.bound());
        for (int round = 0; round < ROUNDS && !pace.over(); round++) {
            round(shares);
            var columns = Columns.of(reduced, kept::get);
            var interior = new Interior(reduced, columns, Elimination.of(columns), prices.spread(), workers, pace);
            interior.run(prices.best(), START * prices.spread(), FINE, enough);
            if (interior.bestBound() > enough) {
                return shares;
            }
            shares = interior.result();
        }
        return shares;
    }

    /** Puts a part of the split units, those nearest to whole, where most of them is. */
    private void round(Shares shares) {
        int units = shares.first().length - 1;
        int[] most = IntStream.range(0, units).map(u -> most(shares, u)).toArray();
        int[] split = IntStream.range(0, units)
                .filter(u -> shares.share()[most[u]] < WHOLE)
                .boxed()
                .sorted(Comparator.comparingDouble(u -> -shares.share()[most[u]]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int s = 0; s < PART * split.length && shares.share()[most[split[s]]] >= NEARLY; s++) {
            kept.clear(reduced.problem().first(split[s]), reduced.problem().first(split[s] + 1));
            kept.set(shares.option()[most[split[s]]]);
        }
    }

    private static int most(Shares shares, int unit) {
        int best = shares.first()[unit];
        for (int at = best; at < shares.first()[unit + 1]; at++) {
            best = shares.share()[at] > shares.share()[best] ? at : best;
        }
        return best;
    }
}
