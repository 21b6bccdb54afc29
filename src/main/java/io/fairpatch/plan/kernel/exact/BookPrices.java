package io.fairpatch.plan.kernel.exact;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The bound by whole books within all bands. With a price {@code q_j} on every unit,
 *
 * <pre>L(q) = sum_j q_j + sum_a min { sum_(e in S) (c_e - q_j(e)) : S a book of a }</pre>
 *
 * is at most the cost of every plan: "each unit once" is dropped, for the price of a unit that no book or several books have
 * (Ross and Soland 1975; Geoffrion 1974). It is never below the bound of the linear relaxation, whose prices it starts from
 * and which also cuts units into pieces: with six units an agent and two bands that alone is several per cent. Prices climb
 * along {@code g_j = 1 - books that have j} with some of the last direction kept, by {@code theta (aim - L) / |d|^2} (Polyak
 * 1969); theta falls where that stalls. Prices and sums are whole numbers, so the bound is exact.
 */
final class BookPrices {
    private static final double KEPT = 0.3;
    private static final double FALLS = 0.6;
    private static final int STALLED = 4;
    /** Of all agents together, in one round. */
    private static final long GUIDING_NODES = 1_000_000;

    private static final long PROVING_NODES = 4_000_000;

    private final AssignmentProblem problem;
    private final Domains domains;
    private final Workers workers;
    private final int[] unitOf;
    private final AgentBook[] books;
    private final long[] least;
    private final int[] count;
    private final double[] direction;
    private long[] price;
    private long[] best;
    private boolean once;

    BookPrices(Reduced reduced, Domains domains, double[] bandPrices, Workers workers) {
        this.problem = reduced.problem();
        this.domains = domains;
        this.workers = workers;
        this.unitOf = new int[problem.options()];
        this.price = new long[problem.units()];
        for (int u = 0; u < price.length; u++) {
            double least = Double.POSITIVE_INFINITY;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                unitOf[e] = u;
                least = Math.min(least, problem.reducedCost(e, bandPrices));
            }
            price[u] = Math.round(least);
        }
        this.best = price.clone();
        this.count = new int[price.length];
        this.direction = new double[price.length];
        this.books = new AgentBook[problem.agents()];
        Arrays.setAll(books, a -> {
            int[] its = IntStream.range(0, unitOf.length)
                    .filter(e -> problem.agent(e) == a)
                    .toArray();
            return new AgentBook(reduced, a, its, unitOf, bandPrices);
        });
        this.least = new long[books.length];
    }

    /**
     * Climbs for some rounds, or until the bound seems above a limit or the books are a plan; leaves the best prices. Books are
     * searched for but a moment meanwhile: what was found says well enough where to go. At the end the bound is worked out.
     *
     * @param limit a plan may cost at most this
     * @param boldness theta at first, 1 or less
     * @return a bound on every plan that the domains leave; {@link AgentBook#NONE} where there is none
     */
    long climb(int rounds, long limit, double boldness) {
        long highest = Long.MIN_VALUE;
        double theta = boldness;
        int stale = 0;
        Arrays.fill(direction, 0);
        for (int round = 0; round < rounds; round++) {
            if (choose(GUIDING_NODES) == AgentBook.NONE) {
                return AgentBook.NONE;
            }
            long now = guess();
            stale++;
            if (now > highest) {
                highest = now;
                best = price.clone();
                stale = 0;
            } else if (stale == STALLED) {
                theta *= FALLS;
                stale = 0;
            }
            if (now > limit || once) {
                break;
            }
            step(theta * (limit + 1 - now));
        }
        price = best.clone();
        return choose(PROVING_NODES);
    }

    /** Chooses all books; what every plan costs at least, by these prices. */
    private long choose(long nodes) {
        workers.run(books.length, a -> least[a] = books[a].choose(domains, price, nodes / books.length));
        once = false;
        long sum = 0;
        for (long its : least) {
            if (its == AgentBook.NONE) {
                return AgentBook.NONE;
            }
            sum += its;
        }
        tally();
        return sum + Arrays.stream(price).sum();
    }

    private long guess() {
        return Arrays.stream(books).mapToLong(AgentBook::worth).sum()
                + Arrays.stream(price).sum();
    }

    private void tally() {
        Arrays.fill(count, 0);
        for (var book : books) {
            for (int t = 0; t < book.size(); t++) {
                count[unitOf[book.option(t)]] += book.has(t) ? 1 : 0;
            }
        }
        once = Arrays.stream(count).allMatch(its -> its == 1);
    }

    private void step(double far) {
        double norm = 0;
        for (int u = 0; u < price.length; u++) {
            direction[u] = KEPT * direction[u] + 1 - count[u];
            norm += direction[u] * direction[u];
        }
        for (int u = 0; u < price.length; u++) {
            price[u] += Math.round(far / Math.max(norm, 1e-9) * direction[u]);
        }
    }

    /** Whether the books of the last round have each unit once. */
    boolean plan() {
        return once;
    }

    /** That plan, by unit. */
    int[] choice() {
        int[] choice = new int[price.length];
        for (var book : books) {
            for (int t = 0; t < book.size(); t++) {
                if (book.has(t)) {
                    choice[unitOf[book.option(t)]] = book.option(t);
                }
            }
        }
        return choice;
    }

    long[] prices() {
        return price.clone();
    }

    void set(long[] to) {
        price = to.clone();
    }

    /** Options tried since the start: the measure of work. */
    long work() {
        return Arrays.stream(books).mapToLong(AgentBook::work).sum();
    }

    /**
     * By how much the bound of the last climb rises at least where a unit gets an option: it joins the agent's book and
     * leaves all others, whose books don't touch each other. Exact up to a limit; options that are not open have 0.
     */
    long[] rises(long upTo) {
        long[] rise = new long[unitOf.length];
        workers.run(books.length, a -> rise(a, rise, upTo));
        long[] leaving = new long[price.length];
        for (var book : books) {
            for (int t = 0; t < book.size(); t++) {
                leaving[unitOf[book.option(t)]] += book.has(t) ? rise[book.option(t)] : 0;
            }
        }
        for (var book : books) {
            for (int t = 0; t < book.size(); t++) {
                int e = book.option(t);
                rise[e] = leaving[unitOf[e]] + (book.has(t) ? -rise[e] : rise[e]);
            }
        }
        return rise;
    }

    private void rise(int agent, long[] rise, long upTo) {
        var book = books[agent];
        for (int t = 0; t < book.size(); t++) {
            if (book.open(t)) {
                rise[book.option(t)] = Math.max(0, book.other(t, least[agent] + upTo) - least[agent]);
            }
        }
    }
}
