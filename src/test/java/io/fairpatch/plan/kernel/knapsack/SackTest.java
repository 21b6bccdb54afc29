package io.fairpatch.plan.kernel.knapsack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against all books there are. */
final class SackTest {
    private static final int NONE = -1;

    @Test
    void the_best_book_and_what_leaving_it_costs_are_those_of_all_books() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            int size = 1 + random.nextInt(10);
            int[] load = random.ints(size, 0, 12).toArray();
            int[] value = random.ints(size, -30, 0).toArray();
            holds(load, value, random.nextInt(40), random.nextInt(3) == 0 ? 5 : 1_000);
        }
    }

    private static void holds(int[] load, int[] value, int room, int upTo) {
        var sack = new Sack(room);
        sack.begin(room);
        for (int t = 0; t < load.length; t++) {
            sack.add(t, load[t], value[t]);
        }
        int best = best(load, value, room, NONE, NONE);
        assertThat(sack.choose()).isEqualTo(best);
        sack.both(upTo);
        int loads = 0;
        int values = 0;
        for (int t = 0; t < load.length; t++) {
            if (sack.taken(t)) {
                loads += load[t];
                values += value[t];
                near(sack.without(t), best(load, value, room, NONE, t) - best, upTo);
            } else if (load[t] <= room) {
                near(sack.with(t), best(load, value, room, t, NONE) - best, upTo);
            }
        }
        assertThat(loads).isLessThanOrEqualTo(room);
        assertThat(values).isEqualTo(best);
        for (int more = 0; more <= Math.min(room, 12); more++) {
            int rise = best(load, value, room - more, NONE, NONE) + 3 - best;
            assertThat(sack.with(more, 3)).isLessThanOrEqualTo(rise);
        }
    }

    /** Never more than it is, and exact where it is within what was asked for. */
    private static void near(int said, int rise, int upTo) {
        assertThat(said).isLessThanOrEqualTo(rise);
        if (rise <= upTo) {
            assertThat(said).isEqualTo(rise);
        } else {
            assertThat(said).isGreaterThanOrEqualTo(upTo);
        }
    }

    /** The least value of a book with one unit and without another. */
    private static int best(int[] load, int[] value, int room, int with, int without) {
        int least = Integer.MAX_VALUE;
        for (int set = 0; set < 1 << load.length; set++) {
            boolean right = (with == NONE || (set >> with & 1) == 1) && (without == NONE || (set >> without & 1) == 0);
            int loads = 0;
            int values = 0;
            for (int t = 0; t < load.length; t++) {
                loads += (set >> t & 1) * load[t];
                values += (set >> t & 1) * value[t];
            }
            least = right && loads <= room ? Math.min(least, values) : least;
        }
        return least;
    }
}
