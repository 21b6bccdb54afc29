package io.fairpatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.jobs.JobKind;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobSentencesTest {
    @Test
    void a_sync_says_how_many_values_it_left_empty_beside_the_rows_it_left_out() {
        Map<String, Object> result = new HashMap<>(
                Map.of("org", "Acme", "orgId", "00D1", "seconds", 1.5, "rows", Map.of("Account", 300), "refused", 1));
        assertThat(JobSentences.of(JobKind.SYNC, result)).doesNotContain("left empty");

        result.put("notes", 301);

        assertThat(JobSentences.of(JobKind.SYNC, result))
                .contains("1 row was left out", "300 values were mended or left empty", "Org > Data");
    }
}
