package io.fairpatch.plan.solve;

import com.fasterxml.jackson.core.JsonToken;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one unit after the other into the builder; keys may come in any order. */
final class UnitReader {
    private final Cursor cursor;
    private final ProblemBuilder builder;
    private final Map<String, Integer> agents;
    private final Map<String, Integer> measures;
    private final Set<String> ids = new HashSet<>();
    private final long[] shared;
    private final int[] seenAt;
    private Draft[] drafts = new Draft[0];
    private int options;
    private int unit;
    private @Nullable String id;
    private @Nullable String pinned;
    private @Nullable String pinnedPath;

    UnitReader(Cursor cursor, ProblemBuilder builder, Map<String, Integer> agents, Map<String, Integer> measures) {
        this.cursor = cursor;
        this.builder = builder;
        this.agents = agents;
        this.measures = measures;
        this.shared = new long[measures.size()];
        this.seenAt = new int[agents.size()];
        Arrays.fill(seenAt, -1);
    }

    /** An option as read; its own loads where it has them. */
    private static final class Draft {
        private int agent;
        private long cost;
        private boolean costed;
        private final long[] load;
        private final boolean[] own;

        private Draft(int measures) {
            load = new long[measures];
            own = new boolean[measures];
        }
    }

    void read(int index) throws IOException {
        unit = index;
        options = 0;
        id = null;
        pinned = null;
        Arrays.fill(shared, 0);
        cursor.objectHere(this::key);
        write(cursor.path());
    }

    private void key(String key) throws IOException {
        switch (key) {
            case "id" -> id = unitId();
            case "loads" -> loads(shared, null);
            case "pinned" -> pin();
            case "options" -> cursor.list(this::option);
            default -> throw Faults.unknownKey(cursor.json(), key, "id, loads, pinned, options");
        }
    }

    private String unitId() throws IOException {
        String text = cursor.text();
        if (!ids.add(text)) {
            throw Faults.at(cursor.json(), "The unit \"%s\" appears twice.".formatted(text))
                    .maybe("give each unit its own id")
                    .exception();
        }
        return text;
    }

    private void pin() throws IOException {
        if (cursor.json().nextToken() != JsonToken.VALUE_NULL) {
            pinned = cursor.textHere();
            pinnedPath = cursor.path();
        }
    }

    private void loads(long[] into, boolean @Nullable [] own) throws IOException {
        cursor.object(measure -> {
            long value = cursor.number();
            Integer k = measures.get(measure);
            if (k != null) {
                into[k] = value;
                if (own != null) {
                    own[k] = true;
                }
            }
        });
    }

    private void option(int index) throws IOException {
        if (index == drafts.length) {
            drafts = Arrays.copyOf(drafts, Math.max(8, index * 2));
        }
        if (drafts[index] == null) {
            drafts[index] = new Draft(shared.length);
        }
        var draft = drafts[index];
        draft.agent = -1;
        draft.costed = false;
        Arrays.fill(draft.own, false);
        options = index + 1;
        cursor.objectHere(key -> optionKey(draft, key));
        if (draft.agent < 0) {
            throw Faults.missing(cursor.path(), "agent");
        }
        if (!draft.costed) {
            throw Faults.missing(cursor.path(), "cost");
        }
    }

    private void optionKey(Draft draft, String key) throws IOException {
        switch (key) {
            case "agent" -> draft.agent = agent();
            case "cost" -> {
                draft.cost = cursor.number();
                draft.costed = true;
            }
            case "loads" -> loads(draft.load, draft.own);
            default -> throw Faults.unknownKey(cursor.json(), key, "agent, cost, loads");
        }
    }

    private int agent() throws IOException {
        String name = cursor.text();
        int agent = index(name, cursor.path());
        if (seenAt[agent] == unit) {
            throw Faults.at(cursor.json(), "The agent \"%s\" appears in two options of one unit.".formatted(name))
                    .maybe("keep the cheaper of the two")
                    .exception();
        }
        seenAt[agent] = unit;
        return agent;
    }

    private int index(String name, String path) {
        Integer index = agents.get(name);
        if (index == null) {
            throw Faults.at(path, "There is no agent \"%s\".".formatted(name))
                    .maybe("add it to \"agents\", or check its spelling")
                    .exception();
        }
        return index;
    }

    private void write(String path) {
        if (id == null) {
            throw Faults.missing(path, "id");
        }
        if (options == 0) {
            throw Faults.at(path, "The unit \"%s\" has no options, so it can go to no agent.".formatted(id))
                    .maybe("list at least one agent it may go to, or leave the unit out")
                    .exception();
        }
        builder.unit(id);
        for (int o = 0; o < options; o++) {
            var draft = drafts[o];
            for (int k = 0; k < shared.length; k++) {
                draft.load[k] = draft.own[k] ? draft.load[k] : shared[k];
            }
            builder.option(draft.agent, draft.cost, draft.load);
        }
        if (pinned != null) {
            writePin(pinned, String.valueOf(pinnedPath));
        }
    }

    private void writePin(String agent, String path) {
        int index = index(agent, path);
        if (!builder.hasOption(index)) {
            throw Faults.at(
                            path,
                            "The unit \"%s\" is pinned to \"%s\", which is not among its options.".formatted(id, agent))
                    .maybe("add an option with that agent, or remove the pin")
                    .exception();
        }
        builder.pin(index);
    }
}
