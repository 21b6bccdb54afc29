package io.fairpatch.plan.engine;

import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a solution of the linear relaxation breaks that whole units can't break: at an end of a seat's band that is
 * used up, the {@link Cut} it breaks most by its length, over the steps that units in part there weigh, and their halves.
 * Those of which the seat holds more than half are counted by what leaves.
 */
final class Cutting {
    /** Of a target, from a band's end: closer is used up. */
    private static final double USED_UP = 1e-3;
    /** Of the length of a cut, that it is broken by at least. */
    private static final double LEAST_BROKEN = 1e-3;

    private final Gauge gauge;
    private final int seat;
    private final List<Part> parts;
    private final BitSet held = new BitSet();
    private double load;
    private long whole;
    private @Nullable Cut best;
    private double most = LEAST_BROKEN;

    private Cutting(Gauge gauge, int seat, List<Part> parts) {
        this.gauge = gauge;
        this.seat = seat;
        this.parts = parts;
        for (Part part : parts) {
            long weight = weight(part);
            load += part.share() * weight;
            if (part.share() > 0.5) {
                held.set(part.unit());
                whole += weight;
            }
        }
    }

    /**
     * The cut that is broken most; null where none is.
     *
     * @param parts that the seat holds
     */
    static @Nullable Cut of(Gauge gauge, int seat, List<Part> parts) {
        return new Cutting(gauge, seat, parts).find();
    }

    private long weight(Part part) {
        return gauge.load().of(part.unit(), seat);
    }

    private @Nullable Cut find() {
        double near = USED_UP * gauge.target()[seat];
        long high = gauge.high()[seat];
        long low = gauge.low()[seat];
        if (high != Gauge.OPEN_HIGH && load > high - near) {
            steps().forEach(step -> offer(true, high - whole, step));
        }
        if (low != Gauge.OPEN_LOW && load < low + near) {
            steps().forEach(step -> offer(false, whole - low, step));
        }
        return best;
    }

    private LongStream steps() {
        return parts.stream()
                .filter(part -> part.share() < 1 - Part.LEAST)
                .mapToLong(this::weight)
                .flatMap(weight -> LongStream.of(weight, weight / 2))
                .filter(step -> step > 1)
                .distinct();
    }

    private void offer(boolean upper, long room, long step) {
        if (Math.floorMod(room, step) == 0) {
            return;
        }
        Cut cut = Cut.of(gauge, seat, upper, held, room, step);
        double sum = 0;
        double squares = 0;
        for (Part part : parts) {
            double loaded = cut.load(part.unit());
            sum += part.share() * loaded;
            squares += loaded * loaded;
        }
        double broken = (upper ? sum - cut.end() : cut.end() - sum) / Math.sqrt(Math.max(1, squares));
        if (broken > most) {
            most = broken;
            best = cut;
        }
    }
}
