package io.fairpatch.plan.solve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Solution;
import io.fairpatch.plan.kernel.model.Violation;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an answer as one line of JSON, in a fixed order of keys. */
final class AnswerWriter implements AutoCloseable {
    private final JsonGenerator json;

    AnswerWriter(Writer out) throws IOException {
        json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    void write(AssignmentProblem problem, Solution solution, double seconds) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", solution.status().word());
        json.writeObjectFieldStart("assignment");
        for (int u = 0; u < problem.units(); u++) {
            int agent = problem.agent(solution.choice()[u]);
            json.writeStringField(
                    problem.labels().units().get(u), problem.labels().agents().get(agent));
        }
        json.writeEndObject();
        values(solution.cost(), solution.bound(), solution.gap());
        run(seconds, solution.steps());
        json.writeArrayFieldStart("violations");
        for (var violation : solution.violations()) {
            write(problem, violation);
        }
        json.writeEndArray();
        why(solution.why());
        json.writeEndObject();
    }

    private void write(AssignmentProblem problem, Violation violation) throws IOException {
        json.writeStartObject();
        json.writeStringField("agent", problem.labels().agents().get(violation.agent()));
        violation(
                problem.labels().measures().get(violation.measure()),
                violation.load(),
                violation.low(),
                violation.high());
    }

    /** The rest of a violation: measure, load, band. */
    void violation(String measure, long load, long low, long high) throws IOException {
        json.writeStringField("measure", measure);
        json.writeNumberField("load", Scale.decimal(load));
        json.writeArrayFieldStart("band");
        end(low, AssignmentProblem.OPEN_LOW);
        end(high, AssignmentProblem.OPEN_HIGH);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void end(long end, long open) throws IOException {
        if (end == open) {
            json.writeNull();
        } else {
            json.writeNumber(Scale.decimal(end));
        }
    }

    void values(long cost, @Nullable Long bound, @Nullable Double gap) throws IOException {
        json.writeNumberField("cost", Scale.decimal(cost));
        if (bound == null) {
            json.writeNullField("bound");
        } else {
            json.writeNumberField("bound", Scale.decimal(bound));
        }
        gap(gap);
    }

    void gap(@Nullable Double gap) throws IOException {
        if (gap == null) {
            json.writeNullField("gap");
        } else {
            json.writeNumberField("gap", gap);
        }
    }

    void run(double seconds, long steps) throws IOException {
        json.writeNumberField("seconds", Math.rint(seconds * 1000) / 1000);
        json.writeNumberField("steps", steps);
    }

    void why(List<String> sentences) throws IOException {
        json.writeArrayFieldStart("why");
        for (var sentence : sentences) {
            json.writeString(sentence);
        }
        json.writeEndArray();
    }

    JsonGenerator json() {
        return json;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
