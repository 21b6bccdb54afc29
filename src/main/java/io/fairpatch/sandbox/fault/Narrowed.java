package io.fairpatch.sandbox.fault;

import java.util.List;
import java.util.stream.IntStream;

/** What is left of a query's records when visibility is narrowed. */
public final class Narrowed {
    private Narrowed() {}

    /** All but every so manieth, unless the fault means another object. */
    public static <T> List<T> of(Fault fault, String object, List<T> all) {
        if (!fault.text("object", object).equals(object)) {
            return all;
        }
        int each = Math.max(1, fault.number("keep", 2));
        return IntStream.range(0, all.size())
                .filter(place -> (place + 1) % each != 0)
                .mapToObj(all::get)
                .toList();
    }
}
