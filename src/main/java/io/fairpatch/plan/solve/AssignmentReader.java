package io.fairpatch.plan.solve;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads an assignment problem as a stream: only the compressed problem is held. Agents are needed before units; where a
 * file has them the other way round it is read twice.
 */
final class AssignmentReader {
    private static final String KEYS = "agents, units";

    private final Map<String, Integer> agents = new LinkedHashMap<>();
    private final Map<String, Integer> measures = new LinkedHashMap<>();
    private final List<Band> bands = new ArrayList<>();
    private @Nullable ProblemBuilder builder;
    private boolean agentsRead;
    private boolean unitsSeen;

    private record Band(int agent, int measure, long low, long high) {}

    static AssignmentProblem read(Path file) {
        var reader = new AssignmentReader();
        Cursor.over(file, reader::firstPass);
        if (!reader.agentsRead) {
            throw Faults.missing("$", "agents");
        }
        if (!reader.unitsSeen) {
            throw Faults.missing("$", "units");
        }
        if (reader.builder == null) {
            Cursor.over(file, reader::secondPass);
        }
        return reader.builder().build();
    }

    private void firstPass(Cursor cursor) throws IOException {
        cursor.object(key -> {
            switch (key) {
                case "agents" -> readAgents(cursor);
                case "units" -> {
                    unitsSeen = true;
                    if (agentsRead) {
                        readUnits(cursor);
                    } else {
                        cursor.skip();
                    }
                }
                default -> throw Faults.unknownKey(cursor.json(), key, KEYS);
            }
        });
        cursor.end();
    }

    private void secondPass(Cursor cursor) throws IOException {
        cursor.object(key -> {
            if (key.equals("units")) {
                readUnits(cursor);
            } else {
                cursor.skip();
            }
        });
    }

    private void readUnits(Cursor cursor) throws IOException {
        var fresh = new ProblemBuilder(List.copyOf(agents.keySet()), List.copyOf(measures.keySet()));
        bands.forEach(b -> fresh.band(b.agent(), b.measure(), b.low(), b.high()));
        builder = fresh;
        var units = new UnitReader(cursor, fresh, agents, measures);
        cursor.list(units::read);
    }

    private void readAgents(Cursor cursor) throws IOException {
        cursor.list(index -> {
            var agent = new AgentDraft();
            cursor.objectHere(key -> {
                switch (key) {
                    case "id" -> agent.id = agentId(cursor);
                    case "bands" -> cursor.object(measure -> readBand(cursor, index, measure));
                    default -> throw Faults.unknownKey(cursor.json(), key, "id, bands");
                }
            });
            if (agent.id == null) {
                throw Faults.missing(cursor.path(), "id");
            }
        });
        agentsRead = true;
    }

    private static final class AgentDraft {
        private @Nullable String id;
    }

    private String agentId(Cursor cursor) throws IOException {
        String id = cursor.text();
        if (agents.putIfAbsent(id, agents.size()) != null) {
            throw Faults.at(cursor.json(), "The agent \"%s\" appears twice.".formatted(id))
                    .maybe("give each agent its own id")
                    .exception();
        }
        return id;
    }

    private void readBand(Cursor cursor, int agent, String measure) throws IOException {
        int k = measures.computeIfAbsent(measure, name -> measures.size());
        var band = BandReader.read(cursor);
        bands.add(new Band(agent, k, band.low(), band.high()));
    }

    private ProblemBuilder builder() {
        return Objects.requireNonNull(builder, "units were read");
    }
}
