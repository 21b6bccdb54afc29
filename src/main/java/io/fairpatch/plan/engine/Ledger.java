package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.TerritoryProblem;

/**
 * A plan over candidate pairs with what each seat holds, for a search that tries millions of moves: the cost by the rules,
 * and prices for what breaks them. A move is tried first, then taken or not. Not thread-safe.
 */
final class Ledger {
    private final Options options;
    private final Books books;
    private final int[] mine;
    private final double[] strain;
    private final double moveCents;
    private final int mostMoved;
    private int movedNow;
    private double energy;
    private int tried;
    private int triedBack;
    private double triedFrom;
    private double triedTo;
    private double dearer;
    private double byPrices;

    /** @param plan seats by unit, each among the unit's options */
    Ledger(TerritoryProblem problem, Options options, Strain prices, int[] plan) {
        this.options = options;
        this.books = new Books(problem, options, prices);
        this.mine = new int[options.units() + 1];
        this.strain = new double[problem.seats().size()];
        this.moveCents = prices.move();
        this.mostMoved = problem.mostMoved();
        for (int u = 0; u < plan.length; u++) {
            mine[u] = Math.max(options.first(u), options.of(u, plan[options.whole(u)]));
            books.change(options.seat(mine[u]), mine[u], options.none());
            movedNow += options.moved(mine[u]);
        }
        mine[options.units()] = options.none();
        count();
    }

    /** Adds up all of the energy. */
    private void count() {
        energy = over(movedNow);
        for (int u = 0; u < options.units(); u++) {
            energy += (1 - byPrices) * options.cost(mine[u]) + byPrices * options.regret(mine[u]);
        }
        for (int s = 0; s < strain.length; s++) {
            strain[s] = books.strain(s, options.none(), options.none());
            energy += strain[s];
        }
    }

    private double over(int moved) {
        return moveCents * Math.max(0, moved - mostMoved);
    }

    /**
     * Sets what breaking rules costs from now on, and how far regrets at the prices stand for costs.
     *
     * @param factor of the full price
     * @param leaning 0 for costs alone, 1 for regrets alone
     */
    void firm(double factor, double leaning) {
        byPrices = leaning;
        books.firm(factor, 1 - leaning);
        count();
    }

    /** What options cost more than those their units have, by costs and regrets as they count now. */
    private double costlier(int option, int was, int back, int otherWas) {
        double cost = options.cost(option) - options.cost(was) + options.cost(back) - options.cost(otherWas);
        if (byPrices == 0) {
            return cost;
        }
        double regret = options.regret(option) - options.regret(was) + options.regret(back) - options.regret(otherWas);
        return (1 - byPrices) * cost + byPrices * regret;
    }

    /**
     * What it would cost to take an option for its unit, cents.
     *
     * @param back what the unit of this option takes instead, at the seat that becomes free; {@link Options#none()} for a
     *     move without a return
     */
    double dearer(int option, int back) {
        int was = mine[options.unit(option)];
        int otherWas = mine[options.unit(back)];
        int from = options.seat(was);
        int to = options.seat(option);
        tried = option;
        triedBack = back;
        triedFrom = books.strain(from, back, was);
        triedTo = books.strain(to, option, otherWas);
        dearer = costlier(option, was, back, otherWas);
        dearer += triedFrom - strain[from] + triedTo - strain[to];
        dearer += over(movedNow + movedMore(was, otherWas)) - over(movedNow);
        return dearer;
    }

    /** No more than {@link #dearer}, found sooner: as if a move ended all that is broken at both seats. */
    double leastDearer(int option, int back) {
        int was = mine[options.unit(option)];
        int otherWas = mine[options.unit(back)];
        return costlier(option, was, back, otherWas)
                - strain[options.seat(was)]
                - strain[options.seat(option)]
                - over(movedNow);
    }

    private int movedMore(int was, int otherWas) {
        return options.moved(tried) - options.moved(was) + options.moved(triedBack) - options.moved(otherWas);
    }

    /** Takes what was tried last. */
    void take() {
        int unit = options.unit(tried);
        int other = options.unit(triedBack);
        int was = mine[unit];
        int otherWas = mine[other];
        books.change(options.seat(was), triedBack, was);
        books.change(options.seat(tried), tried, otherWas);
        movedNow += movedMore(was, otherWas);
        strain[options.seat(was)] = triedFrom;
        strain[options.seat(tried)] = triedTo;
        energy += dearer;
        mine[unit] = tried;
        mine[other] = triedBack;
    }

    /** Cost and strain together, cents. */
    double energy() {
        return energy;
    }

    /** Whether {@link #energy} is what a sound plan costs. */
    boolean energyIsCost() {
        return byPrices == 0;
    }

    /** Whether no rule and no band is broken; a mix may be. */
    boolean sound() {
        return movedNow <= mostMoved && books.sound();
    }

    /** The option a unit has now. */
    int mine(int unit) {
        return mine[unit];
    }

    /** Seats by unit. */
    int[] plan() {
        int[] plan = new int[options.units()];
        for (int u = 0; u < plan.length; u++) {
            plan[options.whole(u)] = options.seat(mine[u]);
        }
        return plan;
    }
}
