package io.fairpatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final FieldValues OLD = values("Territory__c", "North");
    private static final FieldValues NEW = values("Territory__c", "South");

    @Test
    void anything_that_changes_in_a_commit_set_changes_its_fingerprint() {
        var seen = new HashSet<String>();
        var cleared = new HashMap<String, String>();
        cleared.put("Territory__c", null);

        seen.add(fingerprint(1, 1, OLD, NEW, OLD));
        seen.add(fingerprint(2, 1, OLD, NEW, OLD));
        seen.add(fingerprint(1, 2, OLD, NEW, OLD));
        seen.add(fingerprint(1, 1, NEW, NEW, OLD));
        seen.add(fingerprint(1, 1, OLD, OLD, OLD));
        seen.add(fingerprint(1, 1, OLD, NEW, NEW));
        seen.add(fingerprint(1, 1, OLD, values("Territory_c", "_South"), OLD));
        seen.add(fingerprint(1, 1, OLD, values("Territory__c", ""), OLD));
        seen.add(fingerprint(1, 1, OLD, FieldValues.of(cleared), OLD));
        seen.add(fingerprint(1, 1, OLD, FieldValues.NONE, OLD));

        assertThat(seen).hasSize(10);
        assertThat(fingerprint(1, 1, OLD, NEW, OLD)).isIn(seen).hasSize(64);
    }

    private static String fingerprint(
            int policy, int account, FieldValues before, FieldValues after, FieldValues base) {
        var fingerprint = new Fingerprint(policy);
        fingerprint.add(SampleProposal.account(account), before, after, base);
        return fingerprint.finish();
    }

    private static FieldValues values(String field, String value) {
        return FieldValues.of(Map.of(field, value));
    }
}
