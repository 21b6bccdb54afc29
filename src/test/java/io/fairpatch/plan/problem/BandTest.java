package io.fairpatch.plan.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bands and caps at their edges. */
class BandTest {
    @ParameterizedTest
    @CsvSource({"89, 0, 10", "90, 0, 0", "110, 0, 0", "111, 10, 0", "0, 0, 900", "1000, 8900, 0"})
    void a_load_is_outside_beyond_an_end_and_not_on_it(long load, long above, long below) {
        var band = new Band(90, 110, 1_000);

        assertThat(band.above(load)).isEqualTo(above);
        assertThat(band.below(load)).isEqualTo(below);
        assertThat(band.violation(load)).isEqualTo(above + below);
    }

    @Test
    void a_share_either_side_is_rounded_inwards() {
        assertThat(Band.around(101.4, 0.1, 7)).isEqualTo(new Band(92, 111, 101));
        assertThat(Band.around(10, 1.5, 7)).isEqualTo(new Band(0, 25, 10));
        assertThat(Band.around(1, 0, 7)).isEqualTo(new Band(1, 1, 1));
        assertThat(Band.around(0.9, 0.5, 7))
                .as("nothing is allowed, measured by the scale")
                .isEqualTo(new Band(0, 0, 7));
        assertThat(new Band(90, 110, 100).withoutLow()).isEqualTo(new Band(0, 110, 100));
        assertThat(Band.OPEN.isOpen()).isTrue();
        assertThat(new Band(0, 5, 1).isOpen()).isFalse();
    }

    @Test
    void a_band_that_is_none_is_refused() {
        assertThat(new Band(0, 0, 1).violation(0)).isZero();
        assertThatThrownBy(() -> new Band(-1, 5, 1)).hasMessageContaining("must be in order");
        assertThatThrownBy(() -> new Band(5, 4, 1)).hasMessageContaining("from 5 to 4");
        assertThatThrownBy(() -> new Band(0, 4, 0)).hasMessageContaining("target 0");
    }

    @Test
    void caps_are_open_where_they_say_nothing() {
        var some = new Caps(9, 1, 2, 3);

        assertThat(some.of(Count.ACCOUNTS)).isEqualTo(9);
        assertThat(some.of(Count.TIER_2)).isEqualTo(2);
        assertThat(some.of(Count.GROWTH)).isEqualTo(Caps.NONE);
        assertThat(some.over(10)).isEqualTo(1);
        assertThat(some.overTiers(2, 4, 6)).isEqualTo(1 + 2 + 3);
        assertThat(Caps.OPEN.isOpen()).isTrue();
        assertThat(new Caps(9, Caps.NONE, Caps.NONE, Caps.NONE).isOpen()).isFalse();
        assertThat(new Caps(Caps.NONE, 1, Caps.NONE, Caps.NONE).hasTierCaps()).isTrue();
        assertThat(new Caps(Caps.NONE, Caps.NONE, 1, Caps.NONE).hasTierCaps()).isTrue();
        assertThat(new Caps(Caps.NONE, Caps.NONE, Caps.NONE, 1).isOpen()).isFalse();
    }

    @Test
    void pairs_are_written_down_where_they_are_few() {
        var pairs = new Table(new int[][] {{1, 2}}, new int[][] {{3, 4}}, new int[][] {{5, 6}});
        Pairs few = Table.where(new Endless(pairs), 1, 2);

        assertThat(few).isInstanceOf(Table.class);
        assertThat(few.travelCents(0, 1)).isEqualTo(2);
        assertThat(few.fitCents(0, 0)).isEqualTo(3);
        assertThat(few.minutes(0, 1)).as("more than fits").isEqualTo(Integer.MAX_VALUE);
        Pairs many = Table.where(new Endless(pairs), 1_500_000, 2);
        assertThat(many).isInstanceOf(NotedPairs.class);
        assertThat(many.cents(0, 1)).isEqualTo(2 + 4);
        assertThat(many.travelCents(0, 1)).isEqualTo(2);
        assertThat(many.fitCents(0, 0)).isEqualTo(3);
        assertThat(many.minutes(0, 1)).as("more than fits").isEqualTo(Integer.MAX_VALUE);
        assertThat(Table.where(pairs, Integer.MAX_VALUE, 1_000))
                .as("more than the heap holds")
                .isSameAs(pairs);
        assertThat(Table.of(new int[][] {{1, 2}}, new int[][] {{5, 6}}).fitCents(0, 1))
                .isZero();
    }

    private record Endless(Pairs pairs) implements Pairs {
        @Override
        public long travelCents(int unit, int seat) {
            return pairs.travelCents(unit, seat);
        }

        @Override
        public long fitCents(int unit, int seat) {
            return pairs.fitCents(unit, seat);
        }

        @Override
        public long minutes(int unit, int seat) {
            return Long.MAX_VALUE;
        }
    }
}
