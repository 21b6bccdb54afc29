package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.org.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What came of the rows so far, in the order they were sent. Thread-safe. */
final class Outcomes {
    private final List<Outcome> list = new ArrayList<>();
    private int failed;

    synchronized void add(Outcome outcome) {
        list.add(outcome);
        failed += outcome.success() ? 0 : 1;
    }

    synchronized Outcome get(int place) {
        return list.get(place);
    }

    synchronized int size() {
        return list.size();
    }

    synchronized int failed() {
        return failed;
    }
}
