package io.fairpatch.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.config.CalendarConfig;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.Edge;
import io.fairpatch.insight.Vital;
import io.fairpatch.insight.Vital.Sign;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EdgesTest {
    private static final Map<Trigger, Edge> EDGES =
            Trigger.edges(ConfigLoader.shipped(ConfigPart.CALENDAR).triggers());

    @Test
    @Tag("D6")
    @Tag("C17")
    @Tag("H20")
    void a_sign_of_structure_fires_beyond_its_edge_and_not_on_it() {
        assertThat(fires(Trigger.SPREAD, Sign.SPREAD, 0.200)).isFalse();
        assertThat(fires(Trigger.SPREAD, Sign.SPREAD, 0.201)).isTrue();
        assertThat(fires(Trigger.LIGHT_BOOK, Sign.LOAD, 0.700)).isFalse();
        assertThat(fires(Trigger.LIGHT_BOOK, Sign.LOAD, 0.699)).isTrue();
        assertThat(fires(Trigger.LEAVER, Sign.LEFT, 1)).isTrue();
        assertThat(fires(Trigger.JOINER, Sign.BOOK, 0)).isTrue();
        assertThat(fires(Trigger.JOINER, Sign.BOOK, 1)).isFalse();
        assertThat(fires(Trigger.SPREAD, Sign.LOAD, 9)).as("of another sign").isFalse();
    }

    @Test
    @Tag("E17")
    void a_sign_of_outcome_waits_for_three_periods() {
        assertThat(fires(Trigger.ATTAINMENT, Sign.ATTAINMENT, 0.1)).isFalse();
        assertThat(fires(Trigger.ATTAINMENT, Sign.ATTAINMENT, 0.1, 0.1)).isFalse();
        assertThat(fires(Trigger.ATTAINMENT, Sign.ATTAINMENT, 0.1, 0.9, 0.1)).isFalse();
        assertThat(fires(Trigger.ATTAINMENT, Sign.ATTAINMENT, 0.1, 0.1, Double.NaN))
                .isFalse();
        assertThat(fires(Trigger.ATTAINMENT, Sign.ATTAINMENT, 0.1, 0.2, 0.3)).isTrue();
    }

    @Test
    @Tag("I3")
    @Tag("I5")
    void books_that_nobody_touched_for_a_year_ask_for_a_look() {
        assertThat(fires(Trigger.AGE, Sign.AGE, 365)).isFalse();
        assertThat(fires(Trigger.AGE, Sign.AGE, 366)).isTrue();
    }

    @Test
    @Tag("H20")
    void edges_are_set_and_switched_off_in_the_configuration() {
        var own = Trigger.edges(Map.of("spread", Edge.over(0.5)));
        assertThat(own).containsExactly(Map.entry(Trigger.SPREAD, Edge.over(0.5)));
        assertThat(Edge.over(0.5).crossed(0.5)).isFalse();
        assertThat(Edge.over(0.5).crossed(0.51)).isTrue();
        assertThat(Trigger.edges(null)).hasSize(Trigger.values().length).isEqualTo(EDGES);
        assertThatThrownBy(() -> new Edge(1.0, 2.0, null)).hasMessageContaining("either over or under");
    }

    @Test
    @Tag("H18")
    void reviews_follow_the_fiscal_year_four_quarters_ahead() {
        var calendar = new CalendarConfig(
                2,
                "UTC",
                List.of(
                        new CalendarConfig.Review(1, "Capacity"),
                        new CalendarConfig.Review(2, "Mid-year"),
                        new CalendarConfig.Review(3, "Health"),
                        new CalendarConfig.Review(4, "Redesign and quotas")),
                null,
                null);
        assertThat(new ReviewCalendar(calendar).from(LocalDate.of(2027, 1, 31)))
                .extracting(task -> task.key() + " " + task.due() + " " + task.purpose())
                .containsExactly(
                        "2027-Q4 2026-11-01 Redesign and quotas",
                        "2028-Q1 2027-02-01 Capacity",
                        "2028-Q2 2027-05-01 Mid-year",
                        "2028-Q3 2027-08-01 Health");
        assertThat(new ReviewCalendar(calendar)
                        .from(LocalDate.of(2027, 2, 1))
                        .get(0)
                        .waits(LocalDate.of(2027, 2, 1)))
                .isTrue();
    }

    private static boolean fires(Trigger trigger, Sign sign, double now, Double... earlier) {
        return trigger.fires(
                new Vital(sign, "key", "Ohio 1", now, List.of(earlier)),
                EDGES.getOrDefault(trigger, Edge.over(Double.MAX_VALUE)));
    }
}
