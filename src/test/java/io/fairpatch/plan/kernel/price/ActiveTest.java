package io.fairpatch.plan.kernel.price;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ActiveTest {
    @Test
    void units_that_share_themselves_out_are_kept_in_order_and_the_others_dropped() {
        var active = new Active();
        for (int round = 0; round < 2; round++) {
            active.clear();
            int kept = 0;
            for (int u = 0; u < 1_000; u++) {
                for (int o = 0; o < u % 4; o++) {
                    active.add(10 * u + o, u + o / 10.0);
                }
                active.close();
                kept += u % 4 < 2 ? 0 : u % 4;
            }
            assertThat(active.groups()).isEqualTo(500);
            assertThat(active.size()).isEqualTo(kept);
            for (int group = 0, u = 2; group < active.groups(); group++, u += u % 4 == 2 ? 1 : 3) {
                assertThat(active.start(group + 1) - active.start(group)).isEqualTo(u % 4);
                for (int o = 0; o < u % 4; o++) {
                    assertThat(active.option(active.start(group) + o)).isEqualTo(10 * u + o);
                    assertThat(active.share(active.start(group) + o)).isEqualTo(u + o / 10.0);
                }
            }
        }
    }
}
