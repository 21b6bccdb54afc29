package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.SamplePolicy;
import io.fairpatch.model.Progress;
import io.fairpatch.org.DirectWriter;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.review.ProposalState;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of owner on the practice org, by the ways that bulk jobs don't offer. */
class OwnerChangeTest {
    private static final int ACCOUNTS = 60;

    @TempDir
    private Path folder;

    @Test
    void strict_changes_go_one_by_one_and_the_org_refuses_what_changed_in_between() {
        try (var desk = SandboxDesk.of(
                folder, ACCOUNTS, org -> SamplePolicy.of(org).strictOwners().make())) {
            CommitRun run = desk.bench.start(desk.org.reader());
            var meddled = new AtomicReference<String>();
            DirectWriter strict = (object, rows, options) -> desk.org
                    .strictWriter()
                    .update(
                            object,
                            rows.stream()
                                    .map(row -> meddling(desk, row, meddled))
                                    .toList(),
                            options);
            var connection = new OrgConnection(
                    desk.org.reader(), desk.org.writer(), desk.org.serialWriter(), strict, desk.org.ownerWriter());

            desk.process().run(desk.bench.org, run.id(), connection, desk.bench.policy, Progress.NONE);

            assertThat(desk.bench.outcome().moves().drifted()).isEqualTo(1);
            assertThat(desk.bench.outcome().moves().committed()).isEqualTo(ACCOUNTS / 3 - 1);
            assertThat(desk.bench.outcome().mismatches()).isZero();
            String changed = Objects.requireNonNull(meddled.get());
            assertThat(Objects.requireNonNull(desk.accounts().get(changed))
                            .path("Territory__c")
                            .asText())
                    .as("what somebody wrote between our look and our write stands")
                    .isEqualTo("Theirs");
            assertThat(owners(desk)).isEqualTo(ACCOUNTS / 3 - 1);
        }
    }

    @Test
    void owners_with_options_go_by_soap_and_read_back_equal() {
        try (var desk = SandboxDesk.of(folder, ACCOUNTS, org -> SamplePolicy.of(org)
                .ownersWith("KeepAccountTeam")
                .make())) {
            CommitRun run = desk.bench.start(desk.org.reader());

            desk.process().run(desk.bench.org, run.id(), desk.org.connection(), desk.bench.policy, Progress.NONE);

            assertThat(desk.bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
            assertThat(owners(desk)).isEqualTo(ACCOUNTS / 3);
        }
    }

    /** Accounts whose owner the log says we changed. */
    private static long owners(SandboxDesk desk) {
        return desk.log().stream()
                .filter(line -> line.path("object").asText().equals("Account")
                        && line.path("field").asText().equals("OwnerId"))
                .map(line -> line.path("id").asText())
                .distinct()
                .count();
    }

    /** Somebody changes the first account right after we looked at it, before we write it. */
    private static DirectWriter.Row meddling(SandboxDesk desk, DirectWriter.Row row, AtomicReference<String> meddled) {
        return new DirectWriter.Row(
                row.id(),
                row.compared(),
                record -> {
                    boolean unchanged = row.unchanged().test(record);
                    if (meddled.compareAndSet(null, row.id())) {
                        desk.change(row.id(), Map.of("Territory__c", "Theirs"));
                    }
                    return unchanged;
                },
                row.values());
    }
}
