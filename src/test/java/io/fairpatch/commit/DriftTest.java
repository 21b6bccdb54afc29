package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.SamplePolicy;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.review.PageRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody changes accounts while we commit. */
class DriftTest {
    private static final int ACCOUNTS = 200;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50})
    void what_changed_before_the_guard_reads_is_found_before_anything_is_written(int percent) {
        try (var desk = SandboxDesk.of(folder, ACCOUNTS)) {
            Set<String> changed = change(desk, percent);

            desk.commit();

            assertThat(accounts(desk, IntentState.DRIFTED)).isEqualTo(changed);
            assertThat(desk.ourWrites())
                    .as("not one of their fields was written")
                    .noneMatch(line -> changed.contains(line.path("id").asText()));
            assertThat(desk.bench.outcome().mismatches()).isZero();
        }
    }

    @Test
    void what_changes_after_the_write_is_found_by_reading_back_and_never_called_committed() {
        try (var desk = SandboxDesk.of(folder, ACCOUNTS)) {
            var changed = new HashSet<String>();
            CommitRun run = desk.bench.start(desk.org.reader());
            var meddled = new OrgConnection(
                    desk.org.reader(), after(desk, "results", () -> changed.addAll(change(desk, 10))));

            desk.process().run(desk.bench.org, run.id(), meddled, desk.bench.policy, Progress.NONE);

            assertThat(changed).isNotEmpty();
            assertThat(accounts(desk, IntentState.DRIFTED)).isEqualTo(changed);
            assertThat(desk.bench.outcome().mismatches()).isEqualTo(changed.size());
            assertThat(receipts(desk, IntentState.DRIFTED))
                    .allSatisfy(receipt -> assertThat(receipt.changedAt()).isNotNull());
        }
    }

    @Test
    void what_the_org_holds_already_is_not_said_to_be_somebodys_change() {
        var bench = new CommitBench(4);
        var org = MemoryOrg.withAccounts(4);
        var pending = new PendingWrites(bench.jdbi).of(bench.approved);
        pending.forEach(write -> write.fields()
                .forEach(change -> org.record(write.account().value())
                        .put(change.field(), Objects.requireNonNull(change.after()))));
        var before = pending.stream()
                .collect(Collectors.toMap(
                        PendingWrite::account,
                        write -> Map.copyOf(org.record(write.account().value()))));

        CommitRun run = bench.commit(org);

        assertThat(new CommitQueries(bench.jdbi).causes(bench.org, run.id()))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.code()).isEqualTo("ALREADY_SO");
                    assertThat(cause.rows()).isEqualTo(pending.size());
                });
        before.forEach((account, record) -> assertThat(org.record(account.value()))
                .as("nothing was written")
                .isEqualTo(record));
    }

    @Test
    void a_rep_who_left_since_the_approval_is_told_of_before_the_commit() {
        try (var desk = SandboxDesk.of(folder, ACCOUNTS)) {
            var departed = new Departed(desk.bench.jdbi, ConfigLoader.shipped(ConfigPart.MAPPING));
            assertThat(departed.of(desk.bench.approved, desk.org.reader())).isEmpty();
            var approved = desk.bench.approved;
            String receiver = desk.query("SELECT Id FROM User WHERE IsActive = true ORDER BY Id LIMIT 3")
                    .get(1)
                    .path("Id")
                    .asText();
            desk.deactivate(receiver);

            assertThat(departed.of(approved, desk.org.reader()))
                    .singleElement()
                    .extracting(Departed.Receiver::accounts)
                    .isEqualTo(approved.moves().approved());
            desk.commit();
            assertThat(departed.of(approved, desk.org.reader()))
                    .as("what is written is told by the receipts")
                    .isEmpty();
        }
    }

    @Test
    void a_guarded_field_that_we_never_write_stops_the_write_when_it_changes() {
        try (var desk = SandboxDesk.of(folder, ACCOUNTS, DriftTest::guardingIndustry)) {
            var id = desk.before.keySet().iterator().next();
            desk.change(id, Map.of("Industry", "Fishing"));

            desk.commit();

            assertThat(accounts(desk, IntentState.DRIFTED)).isEqualTo(Set.of(id));
            assertThat(receipts(desk, IntentState.DRIFTED).get(0).drift())
                    .singleElement()
                    .satisfies(change -> assertThat(change.now()).isEqualTo("Fishing"));
        }
    }

    private static WritePolicyConfig guardingIndustry(SalesforceId org) {
        return SamplePolicy.of(org).guards(List.of("Industry")).make();
    }

    /** Somebody gives a share of the accounts another territory. */
    private static Set<String> change(SandboxDesk desk, int percent) {
        var random = new Random(percent);
        var changed = new HashSet<String>();
        int wanted = Math.max(1, ACCOUNTS * percent / 100);
        List<String> ids = List.copyOf(desk.before.keySet());
        while (changed.size() < wanted) {
            String id = ids.get(random.nextInt(ids.size()));
            if (changed.add(id)) {
                desk.change(id, Map.of("Territory__c", "Theirs " + changed.size()));
            }
        }
        return changed;
    }

    private static Set<String> accounts(SandboxDesk desk, IntentState state) {
        return receipts(desk, state).stream()
                .map(receipt -> receipt.account().value())
                .collect(Collectors.toSet());
    }

    private static List<Receipt> receipts(SandboxDesk desk, IntentState state) {
        String run = desk.bench
                .queries
                .latest(desk.bench.org, desk.bench.approved.id())
                .orElseThrow(() -> Problem.of(ErrorCode.INTERNAL, "No run").exception())
                .id();
        return desk.bench
                .queries
                .receipts(desk.bench.org, run, state, new PageRequest(0, 500))
                .receipts();
    }

    /** Our writer, with somebody who acts after its call. */
    private static OrgWriter after(SandboxDesk desk, String call, Runnable meddling) {
        return (OrgWriter) Proxy.newProxyInstance(
                OrgWriter.class.getClassLoader(), new Class<?>[] {OrgWriter.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(desk.org.writer(), arguments);
                        if (method.getName().equals(call)) {
                            meddling.run();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
