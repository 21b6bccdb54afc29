package io.fairpatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.web.view.CourseChart;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {
    private final Course course = new Course(Progress.NONE, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void a_long_search_is_noted_to_its_end_with_fewer_points() {
        for (int better = 5_000; better > 0; better--) {
            course.found(1_000 + better, 900);
        }

        List<CoursePoint> points = course.points(1_000, 900.0);

        assertThat(points).hasSizeBetween(100, 201);
        assertThat(points.get(0).cost()).isEqualTo(6_000);
        assertThat(points.get(points.size() - 2).cost()).isLessThan(1_100);
        assertThat(points)
                .extracting(CoursePoint::cost)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void what_gets_no_better_is_not_noted() {
        course.found(1_000, 900);
        course.found(1_000, 800);
        course.found(Double.NaN, Double.NaN);

        assertThat(course.points(1_000, null))
                .hasSize(2)
                .extracting(CoursePoint::bound)
                .containsOnly(900.0);
    }

    @Test
    void a_chart_says_how_far_apart_cost_and_bound_are_by_now() {
        assertThat(chart(new CoursePoint(1, null, 900.0)).standing()).isEqualTo("no plan inside all rules yet");
        assertThat(chart(new CoursePoint(1, 1_000.0, null)).standing()).isEqualTo("no bound yet");
        assertThat(chart(new CoursePoint(2, 1_000.0, 990.0)).standing())
                .startsWith("gap 1")
                .contains(" after 2");
    }

    private static CourseChart chart(CoursePoint now) {
        return new CourseChart(List.of(now));
    }
}
