package io.fairpatch.plan.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SolveFileTest {
    private static final Path BAD = Path.of("src/test/resources/solve/bad");
    private static final Budget STEPS = Budget.ofSteps(2_000, 7, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "unknown-agent, $.units[0].options[0].agent, r9",
        "duplicate-agent, $.agents[1].id, r1",
        "duplicate-unit, $.units[1].id, a1",
        "pinned-elsewhere, $.units[0].pinned, r2",
        "no-options, $.units[0], a1",
        "wrong-type, $.agents[0].bands.potential[1], 110",
        "seven-decimals, $.units[0].options[0].cost, 0.1234567",
        "empty-band, $.agents[0].bands.potential, 110",
        "unknown-key, $.units[0].option, option",
        "not-a-number, line 1, NaN",
        "too-large, $.units[0].options[0].cost, 1e30",
        "sum-too-large, '', costs",
        "missing-cost, $.units[0].options[0], cost",
        "missing-units, $, units",
        "same-agent-twice, $.units[0].options[1].agent, r1",
        "duplicate-key, line 1, id",
        "cut-off, line, JSON",
        "band-of-three, $.agents[0].bands.potential, 3",
        "design-unknown-area, $.edges[0], z2",
        "design-half-territory, $.design.territories, 1.5",
        "design-fixed-beyond, $.areas[0].fixed, 1 of 1"
    })
    void bad_input_is_one_problem_with_place_and_advice(String file, String place, String named) {
        assertThatThrownBy(() -> run(BAD.resolve(file + ".json"), STEPS))
                .isInstanceOfSatisfying(FairpatchException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLAN_INPUT);
                    assertThat(e.code().category().exitCode()).isEqualTo(2);
                    assertThat(e.problem().render())
                            .contains(place)
                            .contains(named)
                            .contains("\n  Maybe ")
                            .as("in the parser's own terms")
                            .doesNotContain("JsonReadFeature");
                });
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> run(folder.resolve("none.json"), STEPS))
                .hasMessageContaining("none.json")
                .isInstanceOf(FairpatchException.class);
    }

    @Test
    void the_contract_s_example_is_answered() throws IOException {
        var answer = solve(
                """
                {"units":[{"id":"a1","loads":{"potential":12.5,"workload":3},"pinned":"r1",
                           "options":[{"agent":"r1","cost":3.2,"loads":{"workload":4}},{"agent":"r2","cost":-1}]},
                          {"id":"a2","loads":{"potential":85},"options":[{"agent":"r1","cost":0.000001}]}],
                 "agents":[{"id":"r1","bands":{"potential":[90,110],"workload":[null,40]}},{"id":"r2"}]}
                """);
        assertThat(answer.get("status").asText()).isEqualTo("feasible");
        assertThat(answer.get("assignment").toString()).isEqualTo("{\"a1\":\"r1\",\"a2\":\"r1\"}");
        assertThat(answer.get("cost").decimalValue()).isEqualByComparingTo("3.200001");
        assertThat(answer.get("bound").decimalValue()).isEqualByComparingTo("3.200001");
        assertThat(answer.get("gap").doubleValue()).isZero();
        assertThat(answer.get("violations")).isEmpty();
    }

    @Test
    void a_clash_is_proven_and_explained_with_the_least_violating_plan() throws IOException {
        var answer = solve(
                """
                {"agents":[{"id":"r1","bands":{"potential":[90,110]}},{"id":"r2","bands":{"potential":[0,500]}}],
                 "units":[{"id":"a1","loads":{"potential":70},"pinned":"r1","options":[{"agent":"r1","cost":1}]},
                          {"id":"a2","loads":{"potential":50},"options":[{"agent":"r1","cost":1}]},
                          {"id":"a3","loads":{"potential":5},"options":[{"agent":"r1","cost":1},{"agent":"r2","cost":9}]}]}
                """);
        assertThat(answer.get("status").asText()).isEqualTo("infeasible");
        assertThat(answer.get("bound").isNull()).isTrue();
        assertThat(answer.get("gap").isNull()).isTrue();
        assertThat(answer.get("assignment").get("a3").asText()).isEqualTo("r2");
        assertThat(answer.get("violations").toString())
                .isEqualTo("[{\"agent\":\"r1\",\"measure\":\"potential\",\"load\":120,\"band\":[90,110]}]");
        assertThat(answer.get("why").toString())
                .contains("potential of r1 may be at most 110")
                .contains("2 units can only go to r1 and bring at least 120 potential, but there is room for 110")
                .doesNotContain("pinned");
    }

    /** What is broken least, 66.94, was worked out by CP-SAT with a slack on either end of each band. */
    @Test
    void where_no_plan_exists_the_one_of_thirty_units_that_breaks_the_bands_least_is_written() throws IOException {
        var out = new StringWriter();
        run(Path.of("src/test/resources/solve/least-broken.json"), Budget.ofSteps(300, 5, 2), out);
        var answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.get("status").asText()).isEqualTo("infeasible");
        double broken = 0;
        for (var violation : answer.get("violations")) {
            broken += outside(violation.get("load").asDouble(), violation.get("band"));
        }
        assertThat(broken).isCloseTo(66.94, within(1e-6));
    }

    private static double outside(double load, JsonNode band) {
        double below = band.get(0).isNull() ? 0 : band.get(0).asDouble() - load;
        double above = band.get(1).isNull() ? 0 : load - band.get(1).asDouble();
        return Math.max(below, above);
    }

    @Test
    void a_design_is_connected_and_balanced() throws IOException {
        var answer = solve(
                """
                {"design":{"territories":2,"contiguous":true,"cost":{"distance":"euclidean","power":1,"weight":null},
                           "bands":{"customers":[3,3]}},
                 "areas":[{"id":"z1","x":0,"y":0,"loads":{"customers":1}},{"id":"z2","x":1,"y":0,"loads":{"customers":1}},
                          {"id":"z3","x":2,"y":0,"loads":{"customers":1}},{"id":"z4","x":3,"y":0,"loads":{"customers":1}},
                          {"id":"z5","x":4,"y":0,"loads":{"customers":1}},{"id":"z6","x":5,"y":0,"loads":{"customers":1},"fixed":0}],
                 "edges":[["z1","z2"],["z2","z3"],["z3","z4"],["z4","z5"],["z5","z6"]]}
                """);
        assertThat(answer.get("status").asText()).isEqualTo("feasible");
        assertThat(answer.get("territories").toString())
                .isEqualTo("[{\"center\":\"z5\",\"areas\":[\"z4\",\"z5\",\"z6\"]},"
                        + "{\"center\":\"z2\",\"areas\":[\"z1\",\"z2\",\"z3\"]}]");
        assertThat(answer.get("cost").decimalValue()).isEqualByComparingTo("4");
        assertThat(answer.get("bound").doubleValue()).isLessThanOrEqualTo(4);
    }

    private JsonNode solve(String json) throws IOException {
        var file = Files.writeString(folder.resolve("problem.json"), json);
        var out = new StringWriter();
        int exit = SolveFile.run(file, STEPS, Progress.NONE, out);
        var answer = new ObjectMapper().readTree(out.toString());
        assertThat(exit).isEqualTo(answer.get("status").asText().equals("feasible") ? 0 : 3);
        return answer;
    }

    private static int run(Path file, Budget budget) throws IOException {
        return run(file, budget, new StringWriter());
    }

    private static int run(Path file, Budget budget, StringWriter out) throws IOException {
        return SolveFile.run(file, budget, Progress.NONE, out);
    }
}
