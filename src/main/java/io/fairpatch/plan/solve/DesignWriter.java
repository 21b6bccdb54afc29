package io.fairpatch.plan.solve;

import io.fairpatch.plan.kernel.design.DesignProblem;
import io.fairpatch.plan.kernel.design.DesignSolution;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Writes the answer to a design problem. */
final class DesignWriter {
    private DesignWriter() {}

    static void write(DesignProblem problem, DesignSolution solution, double seconds, Writer out) throws IOException {
        try (var answer = new AnswerWriter(out)) {
            var json = answer.json();
            json.writeStartObject();
            json.writeStringField("status", solution.status().word());
            json.writeArrayFieldStart("territories");
            for (int t = 0; t < problem.territories(); t++) {
                territory(answer, problem, solution, t);
            }
            json.writeEndArray();
            json.writeNumberField("cost", rounded(solution.cost(), RoundingMode.HALF_UP));
            bound(answer, solution.bound());
            answer.gap(solution.gap());
            answer.run(seconds, solution.steps());
            json.writeArrayFieldStart("violations");
            for (var violation : solution.violations()) {
                json.writeStartObject();
                json.writeNumberField("territory", violation.agent());
                answer.violation(
                        problem.measures().get(violation.measure()),
                        violation.load(),
                        violation.low(),
                        violation.high());
            }
            json.writeEndArray();
            answer.why(solution.why());
            json.writeEndObject();
        }
    }

    private static void territory(AnswerWriter answer, DesignProblem problem, DesignSolution solution, int t)
            throws IOException {
        var json = answer.json();
        json.writeStartObject();
        if (solution.center()[t] < 0) {
            json.writeNullField("center");
        } else {
            json.writeStringField("center", problem.areas().get(solution.center()[t]));
        }
        json.writeArrayFieldStart("areas");
        for (int a = 0; a < problem.size(); a++) {
            if (solution.territory()[a] == t) {
                json.writeString(problem.areas().get(a));
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void bound(AnswerWriter answer, @Nullable Double bound) throws IOException {
        if (bound == null || bound.isInfinite()) {
            answer.json().writeNullField("bound");
        } else {
            answer.json().writeNumberField("bound", rounded(bound, RoundingMode.FLOOR));
        }
    }

    private static BigDecimal rounded(double value, RoundingMode mode) {
        var decimal = BigDecimal.valueOf(value).setScale(6, mode).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }
}
