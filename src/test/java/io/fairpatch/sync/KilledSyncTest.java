package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rest of the hundred moments: {@code ./fairpatch bench crash-sync}. */
class KilledSyncTest {
    @TempDir
    private Path folder;

    @Test
    void a_sync_that_is_killed_at_any_moment_ends_in_the_same_tables() throws IOException, InterruptedException {
        var outcome = KilledSyncs.run(5, 7, folder);

        assertThat(outcome.copy()).isEqualTo(outcome.org());
    }
}
