package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.Holders;
import io.fairpatch.plan.problem.Pin;
import io.fairpatch.plan.problem.Unit;
import java.util.Map;
import java.util.stream.IntStream;

/** A unit without pin or need, which may go to any seat. */
final class FreeUnit {
    private FreeUnit() {}

    static Unit of(int index, int seats, long potential, int[] counts) {
        return of(index, seats, potential, counts, Holders.NONE);
    }

    static Unit of(int index, int seats, long potential, int[] counts, Holders holders) {
        int[] any = IntStream.range(0, seats).toArray();
        return new Unit(index, "U" + index, potential, counts, Pin.NONE, Unit.FREE, any, holders, Map.of());
    }
}
