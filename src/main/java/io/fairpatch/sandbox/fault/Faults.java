package io.fairpatch.sandbox.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults that are armed. Thread-safe. */
public final class Faults {
    private final Map<String, Armed> armed = new LinkedHashMap<>();
    private int armedEver;
    private long spoiled;

    private static final class Armed {
        private final Fault fault;
        private int seen;

        private Armed(Fault fault) {
            this.fault = fault;
        }

        private int remaining() {
            return fault.skip() + fault.count() - Math.max(seen, fault.skip());
        }
    }

    /** A fault that is armed, and how many requests it will still spoil. */
    public record State(Fault fault, int remaining) {}

    /** Arms a fault and returns its id. */
    public synchronized String arm(FaultKind kind, String match, int skip, int count, Map<String, String> params) {
        var id = "f" + (armedEver + 1);
        armed.put(id, new Armed(new Fault(id, kind, match, skip, count, params)));
        armedEver++;
        return id;
    }

    public synchronized void clear() {
        armed.clear();
    }

    /** Faults with requests left to spoil. */
    public synchronized List<State> states() {
        return armed.values().stream()
                .map(each -> new State(each.fault, each.remaining()))
                .filter(state -> state.remaining() > 0)
                .toList();
    }

    /** How many requests were spoiled so far. */
    public synchronized long spoiled() {
        return spoiled;
    }

    /** The faults that strike this request; each counts it. */
    public synchronized List<Fault> take(String method, String path, String query) {
        var struck = new ArrayList<Fault>();
        for (var each : armed.values()) {
            if (each.remaining() > 0 && each.fault.matches(method, path, query)) {
                each.seen++;
                if (each.seen > each.fault.skip()) {
                    struck.add(each.fault);
                }
            }
        }
        spoiled += struck.isEmpty() ? 0 : 1;
        return struck;
    }
}
