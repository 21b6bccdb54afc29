package io.fairpatch.plan.kernel.knapsack;

import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Raises the bound and looks for cheaper plans where each agent has at most one upper end to keep, as in the published
 * instances of generalized assignment. First the bound by whole books climbs at the root ({@link UnitPrices}); then rounds of
 * trees over the whole problem ({@link Dives}) alternate with rounds in which groups of agents are searched with all their
 * units ({@link Groups}), each by a tree of its own. Tasks don't depend on the number of threads.
 */
public final class WholeBooks {
    private static final double[] ROOT = {1, 0.5, 0.25, 0.12, 0.06, 0.03};
    private static final int ROOT_CLIMBS = 80;
    private static final int GROUP_CLIMBS = 40;
    private static final int MOST_GROUPS = 4;
    private static final long WORK = 20_000_000;
    /** One round in so many is of dives by shares, fewer once so many in a row have found nothing; of the rest, of trees. */
    private static final int SHARE_DIVES = 2;

    private static final int RARE_SHARE_DIVES = 6;
    private static final int FRUITLESS = 16;
    private static final int FIRST_DIVES = 4;
    private static final int DIVES = 3;
    private static final double NOISE = 0.3;
    private static final double LARGER = 0.2;
    private static final double SMALLER = 0.4;

    private final Scaling scaling;
    private final Sacks sacks;
    private final Workers workers;
    private final Pace pace;
    private final UnitPrices root;
    private int rounds;
    private long least = Long.MIN_VALUE;
    private int[] prices;
    private @Nullable Groups groups;
    private @Nullable Dives dives;
    private final ShareDives shareDives;
    private int[] agentOf = new int[0];
    private double size = 4;

    private WholeBooks(Reduced reduced, Suits suits, double[] bandPrices, Workers workers, Pace pace) {
        this.scaling = new Scaling(reduced, suits);
        this.sacks = scaling.sacks();
        this.workers = workers;
        this.pace = pace;
        this.prices = scaling.unitPrices(bandPrices);
        this.root = new UnitPrices(sacks, new Path(sacks), prices);
        this.shareDives = new ShareDives(sacks, prices, random());
    }

    /** Null where the problem is not of this kind, or too large for tables. */
    public static @Nullable WholeBooks of(Reduced reduced, double[] bandPrices, Workers workers, Pace pace) {
        var suits = Suits.of(reduced);
        return suits == null ? null : new WholeBooks(reduced, suits, bandPrices, workers, pace);
    }

    /** No plan costs less, in millionths; the least number there is before the first round. */
    public long bound() {
        long ticks = dives == null ? least : dives.least();
        return ticks == Long.MIN_VALUE ? ticks : scaling.millionths(ticks);
    }

    /** One round, from the best plan, which must be within the bands and is replaced by what is found. */
    public void round(Incumbent incumbent) {
        long limit = scaling.ticks(incumbent.cost()) - sacks.grain();
        if (rounds == 0) {
            workers.run(2, t -> {
                if (t == 0) {
                    climb(limit);
                } else {
                    shareDives.begin(limit);
                }
            });
        } else if (rounds < ROOT.length) {
            glide(incumbent, () -> climb(limit));
        } else {
            search(incumbent);
        }
        rounds++;
        if (rounds == ROOT.length) {
            prices = root.prices();
            groups = new Groups(root.rises(limit + sacks.grain() - least));
            dives = new Dives(sacks, prices, least, random());
        }
    }

    private void climb(long limit) {
        least = Math.max(least, root.climb(ROOT_CLIMBS, limit, ROOT[rounds]));
    }

    private void search(Incumbent incumbent) {
        if (rounds % (shareDives.fruitless() < FRUITLESS ? SHARE_DIVES : RARE_SHARE_DIVES) == 1
                || shareDives.ended() < FIRST_DIVES) {
            glide(incumbent, () -> {});
        } else if (rounds % DIVES == 0) {
            dive(Objects.requireNonNull(dives), incumbent);
        } else {
            regroup(Objects.requireNonNull(groups), incumbent);
        }
    }

    /** Goes on with the dives by shares; something else is done beside. */
    private void glide(Incumbent incumbent, Runnable beside) {
        var its = shareDives.ready(scaling.ticks(incumbent.cost()) - sacks.grain());
        workers.run(1 + its.length, t -> {
            if (t == 0) {
                beside.run();
            } else {
                its[t - 1].run(WORK);
            }
        });
        for (var dive : its) {
            offer(dive.found(), incumbent);
        }
        shareDives.settle();
    }

    private void offer(int @Nullable [] found, Incumbent incumbent) {
        if (found != null) {
            incumbent.offer(scaling.plan(found));
        }
    }

    private SplittableRandom random() {
        return new SplittableRandom(pace.seed() * 0x9E3779B97F4A7C15L + pace.steps());
    }

    private void dive(Dives at, Incumbent incumbent) {
        var trees = at.ready(scaling.ticks(incumbent.cost()));
        workers.run(trees.length, t -> trees[t].run(WORK));
        for (var tree : trees) {
            offer(tree.best(), incumbent);
        }
        at.settle(trees);
    }

    private void regroup(Groups by, Incumbent incumbent) {
        if (agentOf.length == 0 || sacks.cost(agentOf) > scaling.ticks(incumbent.cost())) {
            agentOf = scaling.agents(incumbent.plan());
        }
        var random = random();
        int its = Math.max(1, Math.min(sacks.agents(), (int) size));
        var drawn = by.draw(agentOf, its, Math.min(MOST_GROUPS, sacks.agents() / its), random);
        var trees = drawn.stream().map(group -> tree(group, random)).toArray(SackTree[]::new);
        workers.run(trees.length, t -> trees[t].run(WORK / trees.length));
        for (int t = 0; t < trees.length; t++) {
            adopt(drawn.get(t), trees[t].best());
        }
        incumbent.offer(scaling.plan(agentOf));
        resize(Arrays.stream(trees).filter(SackTree::done).count() / (double) trees.length);
    }

    private int[] units(int[] group) {
        boolean[] in = new boolean[sacks.agents()];
        Arrays.stream(group).forEach(a -> in[a] = true);
        return IntStream.range(0, agentOf.length).filter(u -> in[agentOf[u]]).toArray();
    }

    /** A tree over a group's units, for a cheaper plan or, in half of all, for one as cheap. */
    private SackTree tree(int[] group, SplittableRandom random) {
        int[] units = units(group);
        long now =
                Arrays.stream(units).mapToLong(u -> sacks.cost()[agentOf[u]][u]).sum();
        long limit = random.nextBoolean() ? now : now - sacks.grain();
        int[] start = Arrays.stream(units).map(u -> prices[u]).toArray();
        return new SackTree(sacks.part(group, units), start, limit, GROUP_CLIMBS, false, NOISE, random.split());
    }

    private void adopt(int[] group, int @Nullable [] found) {
        if (found != null) {
            int[] units = units(group);
            for (int at = 0; at < units.length; at++) {
                agentOf[units[at]] = group[found[at]];
            }
        }
    }

    /** Groups grow while their trees are searched to the end, and shrink where they are not. */
    private void resize(double done) {
        size = Math.max(2, Math.min(sacks.agents(), size + LARGER * done - SMALLER * (1 - done)));
    }
}
