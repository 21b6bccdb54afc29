package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.review.ProposalState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL ends every connection in the middle of a commit, as it does when it restarts. */
class DatabaseOutageTest {
    private static final int ACCOUNTS = 410;
    private static final int OUTAGES = 10;

    @TempDir
    private Path folder;

    @Test
    void a_commit_outlives_its_connections_being_killed_again_and_again() {
        try (var desk = SandboxDesk.of(folder, ACCOUNTS)) {
            CommitRun run = desk.bench.start(desk.org.reader());
            var calls = new AtomicInteger();
            var outages = new AtomicInteger();
            OrgWriter writer = after(desk, () -> {
                if (calls.incrementAndGet() % 3 == 0 && outages.get() < OUTAGES) {
                    outages.incrementAndGet();
                    endConnections(desk);
                }
            });

            CommitRun ended = desk.bench
                    .process()
                    .run(
                            desk.bench.org,
                            run.id(),
                            new OrgConnection(desk.org.reader(), writer),
                            desk.bench.policy,
                            Progress.NONE);

            assertThat(outages).hasValueGreaterThan(3);
            assertThat(ended.state()).isEqualTo(RunState.FINISHED);
            assertThat(desk.bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
            assertThat(Anomalies.of(desk)).isEqualTo(Anomalies.NONE);
            assertThat(desk.bench.audit.verify(desk.bench.org)).isEmpty();
        }
    }

    private static void endConnections(SandboxDesk desk) {
        int ended = desk.bench.jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()
                        """)
                .mapTo(Integer.class)
                .one());
        assertThat(ended).isNotNegative();
        desk.bench.jdbi.useHandle(h -> h.execute("SELECT 1"));
    }

    private static OrgWriter after(SandboxDesk desk, Runnable outage) {
        return (OrgWriter) Proxy.newProxyInstance(
                OrgWriter.class.getClassLoader(), new Class<?>[] {OrgWriter.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(desk.org.writer(), arguments);
                        outage.run();
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
