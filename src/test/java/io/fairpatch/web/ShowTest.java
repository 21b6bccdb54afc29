package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Reason;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.Waterfall;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "94949,949",
        "99950,1.0k",
        "1234500,12.3k",
        "141230000,1.4M",
        "-1234500,-12.3k",
        "99999999999,1.0B"
    })
    void money_is_short(long cents, String shown) {
        assertThat(Show.money(cents)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1.09,109 %",
        "1.0949,109.5 %",
        "1.0904,109.04 %",
        "1.0896,109 %",
        "0.9099,90.99 %",
        "0.909,90.9 %",
        "0.9102,91 %",
        "1.5,150 %"
    })
    void no_share_outside_its_band_reads_as_its_edge(double share, String shown) {
        assertThat(Show.percent(share, 1 - 0.09, 1 + 0.09)).isEqualTo(shown.replace(' ', '\u00a0'));
    }

    @Property(tries = 200)
    void the_steps_of_a_waterfall_stay_inside_the_picture_and_sum_up(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -1e6, max = 1e6) Double> points) {
        var parts = Waterfall.of(points.stream()
                .map(point -> new Reason("rule", "Words.", point))
                .toList());

        assertThat(parts.total())
                .isCloseTo(points.stream().mapToDouble(Double::doubleValue).sum(), Offset.offset(1e-6));
        assertThat(parts.steps()).allSatisfy(step -> {
            assertThat(parts.x(step)).isBetween(0L, 1000L);
            assertThat(parts.x(step) + parts.width(step)).isBetween(0L, 1006L);
        });
    }
}
