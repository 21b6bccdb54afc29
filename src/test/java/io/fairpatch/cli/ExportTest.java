package io.fairpatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fairpatch.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Files that commands write, where something is wrong with what is written or with its place. */
class ExportTest extends CommandsOnAnOrg {
    ExportTest() {
        super(12);
    }

    @Test
    void a_log_that_was_tampered_with_is_written_and_fails_the_check() {
        run(0, "init");
        run(0, "sync");
        run(0, "people", "add", "ann", "--role", "OPS");
        var file = folder.resolve("audit.ndjson");
        assertThat(run(0, "export", "--audit", "--out", file.toString())
                        .path("audit")
                        .path("broken")
                        .isNull())
                .isTrue();

        Database.jdbi(installation.beans().getBean(DataSource.class)).useHandle(handle -> {
            handle.execute("ALTER TABLE audit_log DISABLE TRIGGER audit_log_append_only");
            handle.execute("UPDATE audit_log SET actor = 'nobody' WHERE seq = 1");
        });

        assertThat(run(2, "export", "--audit", "--out", file.toString())
                        .at("/audit/broken")
                        .asInt())
                .isEqualTo(1);
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void no_room_is_told_with_the_place() {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        run(0, "init");
        run(0, "sync");
        run(0, "score");

        for (var command : new String[] {"accounts", "report gaps"}) {
            var words = (command + " --out " + full).split(" ");
            assertThat(run(2, words).path("code").asText()).as(command).isEqualTo("FP2011");
        }
    }
}
