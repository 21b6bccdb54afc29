package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What room costs: a price for each gauge and seat, cents for each unit of load, and one for moving an account. With any
 * prices {@link Pricing} gives a lower bound of the cost of every plan (weak duality).
 */
public final class Duals {
    private final TerritoryProblem problem;
    private final List<Gauge> gauges;
    private final double[][] prices;
    private final int[] priced;
    private final double moving;

    /**
     * @param prices by gauge and seat; positive where the band's upper end binds, negative where its lower end does
     * @param moving cents, 0 or more
     */
    Duals(TerritoryProblem problem, List<Gauge> gauges, double[][] prices, double moving) {
        this.problem = problem;
        this.gauges = List.copyOf(gauges);
        this.prices = prices;
        this.moving = moving;
        for (int g = 0; g < prices.length; g++) {
            for (int seat = 0; seat < prices[g].length; seat++) {
                prices[g][seat] = sound(gauges.get(g), seat, prices[g][seat]);
            }
        }
        this.priced = IntStream.range(0, prices.length)
                .filter(g -> Arrays.stream(prices[g]).anyMatch(price -> price != 0))
                .toArray();
    }

    /** Where nothing has a price. */
    static Duals none(TerritoryProblem problem, List<Gauge> gauges) {
        return new Duals(
                problem, gauges, new double[gauges.size()][problem.seats().size()], 0);
    }

    /** A price may only lean on an end that is there, and one on a mix not go beyond what missing it costs. */
    private static double sound(Gauge gauge, int seat, double price) {
        boolean none = price > 0 ? gauge.high()[seat] == Gauge.OPEN_HIGH : gauge.low()[seat] == Gauge.OPEN_LOW;
        if (none || !Double.isFinite(price)) {
            return 0;
        }
        long miss = gauge.miss()[seat];
        return gauge.kind().soft() ? Math.max(-miss, Math.min(miss, price)) : price;
    }

    /** What has a price. */
    public enum Room {
        POTENTIAL,
        WORK,
        CAP,
        MIX,
        LEARNING
    }

    /**
     * Takes a price: cents for each cent, minute or account of load; positive at an upper end. What is counted is null for
     * potential and work.
     */
    public interface Taker {
        void take(Room room, @Nullable Count counted, int seat, double price);
    }

    /** Goes through all prices that are not 0. */
    public void forEach(Taker taker) {
        for (int g = 0; g < prices.length; g++) {
            Gauge.Kind kind = gauges.get(g).kind();
            Room room = kind.room();
            Count counted = kind.hard() || kind.soft() ? kind.count() : null;
            for (int seat = 0; seat < prices[g].length; seat++) {
                if (prices[g][seat] != 0) {
                    taker.take(room, counted, seat, prices[g][seat]);
                }
            }
        }
    }

    /** Cents for the room a unit's potential takes at a seat; negative where the seat is short of potential. */
    public double potentialRoom(int unit, int seat) {
        return room(kind -> kind == Gauge.Kind.POTENTIAL, unit, seat);
    }

    /** Cents for the room a unit's work takes at a seat. */
    public double workRoom(int unit, int seat) {
        return room(kind -> kind == Gauge.Kind.WORK, unit, seat);
    }

    /** Cents for the places a unit takes under a seat's caps. */
    public double capRoom(int unit, int seat) {
        return room(kind -> kind.room() == Room.CAP, unit, seat);
    }

    /** Cents for what a unit does to a seat's mix. */
    public double mixRoom(int unit, int seat) {
        return room(kind -> kind.room() == Room.MIX, unit, seat);
    }

    /** Cents for what a unit does to a book to learn on. */
    public double learningRoom(int unit, int seat) {
        return room(kind -> kind.room() == Room.LEARNING, unit, seat);
    }

    /** Cents for the moves a unit takes out of the most that are allowed. */
    public double movingRoom(int unit, int seat) {
        return moving == 0 ? 0 : moving * problem.moved(unit, seat);
    }

    /** Cents one more move is worth; 0 while the limit on moves does not bind. */
    public double moving() {
        return moving;
    }

    /** The same with more gauges, which have no price yet. */
    Duals with(List<Gauge> more) {
        double[][] longer = Arrays.copyOf(prices, more.size());
        for (int g = prices.length; g < longer.length; g++) {
            longer[g] = new double[problem.seats().size()];
        }
        return new Duals(problem, more, longer, moving);
    }

    /** The same with another price of moving, cents. */
    Duals moving(double cents) {
        return new Duals(problem, gauges, prices, cents);
    }

    private double room(Predicate<Gauge.Kind> of, int unit, int seat) {
        double sum = 0;
        for (int g = 0; g < prices.length; g++) {
            sum += of.test(gauges.get(g).kind()) ? room(g, unit, seat) : 0;
        }
        return sum;
    }

    private double room(int g, int unit, int seat) {
        double price = prices[g][seat];
        return price == 0 ? 0 : price * gauges.get(g).load().of(unit, seat);
    }

    /** Cost and room together, cents. */
    public double reducedCost(int unit, int seat) {
        double sum = problem.cost(unit, seat) + movingRoom(unit, seat);
        for (int g : priced) {
            sum += room(g, unit, seat);
        }
        return sum;
    }

    /**
     * The cheapest of a unit's options.
     *
     * @param seat the first one where several cost the same
     * @param floor what it costs, lowered by what rounding can falsify: the terms' magnitude times their number's error
     */
    record Least(int seat, double floor) {}

    /** The option of least reduced cost. */
    Least least(Unit unit) {
        int u = unit.index();
        long[] loads = Arrays.stream(priced)
                .mapToLong(g -> gauges.get(g).isAlike() ? gauges.get(g).load().of(u, 0) : 0)
                .toArray();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        int best = -1;
        for (int seat : unit.options()) {
            double sum = problem.cost(u, seat) + movingRoom(u, seat);
            double magnitude = Math.abs(sum);
            for (int at = 0; at < priced.length; at++) {
                double price = prices[priced[at]][seat];
                double room = price == 0 ? 0 : price * load(at, u, seat, loads);
                sum += room;
                magnitude += Math.abs(room);
            }
            most = Math.max(most, magnitude);
            if (sum < least) {
                least = sum;
                best = seat;
            }
        }
        return new Least(best, least - most * (prices.length + 4) * 0x1p-52);
    }

    private long load(int at, int unit, int seat, long[] loads) {
        Gauge gauge = gauges.get(priced[at]);
        return gauge.isAlike() ? loads[at] : gauge.load().of(unit, seat);
    }

    /** The same, made cheaper alike so that no whole target's room costs more than this, cents. */
    Duals within(double most) {
        double factor = most / Math.max(most, Math.max(dearestBand(), dearestCap()));
        double[][] cheaper = new double[prices.length][];
        for (int g = 0; g < prices.length; g++) {
            cheaper[g] = Arrays.stream(prices[g]).map(price -> price * factor).toArray();
        }
        return new Duals(problem, gauges, cheaper, Math.min(moving, most));
    }

    /** The dearest room of a band, cents for a whole target. */
    double dearestBand() {
        return DoubleStream.concat(Arrays.stream(dearOf(Gauge.Kind.POTENTIAL)), Arrays.stream(dearOf(Gauge.Kind.WORK)))
                .max()
                .orElse(0);
    }

    /** Whether no room costs anything. */
    boolean areNone() {
        return dearestBand() == 0 && dearestCap() == 0;
    }

    /** What a band's room costs by seat, cents for a whole target. */
    double[] dearOf(Gauge.Kind kind) {
        double[] whole = new double[problem.seats().size()];
        for (int g = 0; g < prices.length; g++) {
            for (int seat = 0; gauges.get(g).kind() == kind && seat < whole.length; seat++) {
                whole[seat] = Math.abs(prices[g][seat]) * gauges.get(g).target()[seat];
            }
        }
        return whole;
    }

    /** What a place under a cap costs by seat and, within it, {@link Count}, cents. */
    double[] dearOfCaps() {
        int kinds = Count.values().length;
        double[] dear = new double[kinds * problem.seats().size()];
        for (int g = 0; g < prices.length; g++) {
            Gauge.Kind kind = gauges.get(g).kind();
            for (int seat = 0; kind.hard() && seat < prices[g].length; seat++) {
                dear[kinds * seat + kind.count().ordinal()] = Math.abs(prices[g][seat]);
            }
        }
        return dear;
    }

    /** The dearest place under a cap, cents. */
    double dearestCap() {
        return Arrays.stream(dearOfCaps()).max().orElse(0);
    }

    /** Prices by seat of one of the gauges. */
    double[] pricesOf(Gauge gauge) {
        return prices[gauges.indexOf(gauge)];
    }

    double[][] prices() {
        return prices;
    }

    List<Gauge> gauges() {
        return gauges;
    }
}
