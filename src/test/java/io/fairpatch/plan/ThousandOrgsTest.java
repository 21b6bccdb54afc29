package io.fairpatch.plan;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand orgs, minutes of work: left out of the usual run. */
@Tag("long")
class ThousandOrgsTest {
    @Test
    void no_hard_rule_is_broken_and_reasons_add_up_in_a_thousand_orgs() {
        var orgs = new RandomOrgs();
        for (long seed = 1; seed <= 1_000; seed++) {
            orgs.check(seed);
        }
    }
}
