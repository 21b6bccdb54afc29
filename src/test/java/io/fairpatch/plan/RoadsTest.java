package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ways that somebody measured count in place of the great circle, in cost, work and books alike. */
class RoadsTest {
    private static final Roads.Leg TIMED = new Roads.Leg(100, 90.0);
    private static final Roads.Leg UNTIMED = new Roads.Leg(70, null);

    private static PlanInput org() {
        var org = new SmallOrg(60).reps(2);
        for (int i = 1; i <= 6; i++) {
            org.account(20_000, 1 + i % 2, 0, false, null);
        }
        return org.input();
    }

    @Test
    @Tag("C18")
    @Tag("D12")
    void a_measured_way_sets_kilometres_and_hours_and_others_stay() {
        var roads = new Roads(Map.of(
                SmallOrg.rep(1).value().substring(0, 15),
                Map.of(SmallOrg.account(1).value(), TIMED, SmallOrg.account(2).value(), UNTIMED)));
        var plain = new ProblemBuilder(org(), new ArrayList<>()).build();
        var measured = new ProblemBuilder(org().along(roads), new ArrayList<>()).build();
        double visits =
                plain.travel().visitsPerYear(plain.score(plain.members().get(0).get(0)));
        long still = Math.round(
                plain.travel().minutes(plain.score(plain.members().get(0).get(0)), 0));

        assertThat(measured.problem().pairs().travelCents(0, 0)).isEqualTo(Math.round(visits * 2 * 100 * 50));
        assertThat(measured.problem().pairs().minutes(0, 0)).isEqualTo(Math.round(still + visits * 2 * 90));
        assertThat(measured.hours(measured.members().get(0).get(0), 0))
                .isCloseTo(measured.problem().pairs().minutes(0, 0) / 60.0, Offset.offset(0.01));
        assertThat(measured.kilometres(measured.members().get(1).get(0), 0)).isEqualTo(70);
        assertThat(UNTIMED.minutesOneWay()).as("70 km at 70 km/h").isEqualTo(60);
        assertThat(measured.problem().pairs().minutes(0, 1))
                .isEqualTo(plain.problem().pairs().minutes(0, 1));
    }
}
