package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.model.Progress;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.review.ProposalState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes along with accounts of which a run could not tell whether it wrote them. */
class LinkDoubtTest {
    /** Two batches: the fate of the first is known. */
    private static final int ACCOUNTS = 240;

    @TempDir
    private Path folder;

    private boolean gone;

    @Test
    void is_done_by_the_run_that_finds_out_even_if_that_is_killed_in_between() {
        try (var linked = LinkedDesk.whole(folder, ACCOUNTS)) {
            SandboxDesk desk = linked.desk;
            CommitRun first = run(desk, desk.bench.process(), desk.bench.start(desk.org.reader()), leaving(desk));
            assertThat(first.state()).isEqualTo(RunState.FAILED);
            Set<String> doubted = accounts(desk, "SELECT account_id FROM write_intent WHERE state = 'UNKNOWN'");
            assertThat(doubted).hasSize(ACCOUNTS - 200);
            Set<String> waiting = accounts(desk, "SELECT account_id FROM commit_link WHERE state = 'PLANNED'");
            assertThat(waiting).isNotEmpty().isSubsetOf(doubted);

            CommitRun second = desk.start(desk.bench.proposal());
            diesAfterFindingOut(desk, second);
            CommitRun ended = run(desk, desk.bench.process(), second, desk.org.connection());

            assertThat(ended.state()).isEqualTo(RunState.FINISHED);
            assertThat(desk.bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
            linked.assertTerritories("in the end");
            assertThat(of(waiting, linked.teams())).isEqualTo(of(waiting, linked.teams));
        }
    }

    private static List<String> of(Set<String> accounts, List<String> members) {
        return members.stream()
                .filter(member -> accounts.contains(member.split(" ")[0]))
                .toList();
    }

    private static void diesAfterFindingOut(SandboxDesk desk, CommitRun run) {
        var database = new DyingDatabase(desk.bench.source, -1, step -> {
            if (step.equals("resolved")) {
                throw new DyingDatabase.Death();
            }
        });
        try {
            run(desk, desk.bench.process(database.jdbi()), run, desk.org.connection());
            throw new AssertionError("The second run had nothing to find out");
        } catch (DyingDatabase.Death death) {
            desk.bench.clock.now = desk.bench.clock.now.plus(Lease.LENGTH);
        }
    }

    private static CommitRun run(SandboxDesk desk, CommitService process, CommitRun run, OrgConnection connection) {
        return process.run(desk.bench.org, run.id(), connection, desk.bench.policy, Progress.NONE);
    }

    private static Set<String> accounts(SandboxDesk desk, String sql) {
        return desk.bench.jdbi.withHandle(
                h -> new HashSet<>(h.createQuery(sql).mapTo(String.class).list()));
    }

    /** Once the second job was told to start, the org answers no more about jobs and teams. */
    private OrgConnection leaving(SandboxDesk desk) {
        var started = new int[1];
        OrgWriter writer = watched(OrgWriter.class, desk.org.writer(), (call, argument) -> {
            if (call.equals("complete")) {
                gone = ++started[0] == 2;
                fail(gone);
            }
            fail(gone && call.equals("status"));
        });
        OrgReader reader = watched(
                OrgReader.class,
                desk.org.reader(),
                (call, argument) -> fail(gone
                        && argument instanceof BulkQuery query
                        && query.object().equals(Link.MEMBER)));
        return new OrgConnection(reader, writer, writer, null, null, desk.org.linkWriter());
    }

    private static void fail(boolean really) {
        if (really) {
            throw MemoryOrg.fault(ErrorCode.ORG_UNREACHABLE);
        }
    }

    /** Tells of each call, with its first argument, after it was made. */
    private static <T> T watched(Class<T> type, T real, BiConsumer<String, Object> after) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(real, arguments);
                        after.accept(method.getName(), arguments == null ? "" : arguments[0]);
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
