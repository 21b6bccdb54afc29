package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.SampleProposal;
import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL goes away in the middle of a commit, in three ways: the ledger stays whole and the commit goes on. */
class DatabaseOutageTest {
    private static final int ACCOUNTS = 410;

    private final MemoryOrg org = MemoryOrg.withAccounts(ACCOUNTS);

    @Test
    void a_commit_outlives_its_connections_being_ended_after_every_call_to_the_org() {
        var bench = bench(TestDatabase.fresh());
        Jdbi admin = beside(bench);
        var ended = new AtomicInteger();
        org.after = (call, number) -> ended.addAndGet(admin.withHandle(h -> h.createQuery(
                        """
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()
                        """)
                .mapTo(Integer.class)
                .one()));
        stopAfter(14);

        commit(bench, () -> {});

        assertThat(ended).hasValueGreaterThan(8);
        assertWhole(bench);
    }

    @Test
    void a_commit_outlives_a_full_disk_at_a_statement_and_at_the_end_of_a_transaction() {
        var bench = bench(TestDatabase.fresh());
        Jdbi admin = beside(bench);
        admin.useHandle(h -> h.execute(FULL_DISK));
        var full = new AtomicInteger();
        org.after = (call, number) -> {
            if (number % 2 == 0 && full.get() < 12) {
                String when = number % 4 == 0 ? "full_at_statement" : "full_at_end";
                admin.useHandle(h -> h.execute("ALTER TABLE commit_batch ENABLE TRIGGER " + when));
                admin.useHandle(h -> h.execute("ALTER TABLE write_intent ENABLE TRIGGER " + when));
                full.incrementAndGet();
            }
        };

        commit(bench, () -> admin.useHandle(h -> h.execute(ROOM_AGAIN)));

        assertThat(full).hasValueGreaterThan(5);
        assertWhole(bench);
    }

    @Test
    void a_commit_outlives_a_server_that_is_shut_down_at_once_and_comes_back(@TempDir Path folder) {
        try (var server = new OwnServer(folder)) {
            var bench = bench(server.source());
            org.after = (call, number) -> {
                if (call.equals("complete")) {
                    server.stop();
                }
            };

            commit(bench, server::start);

            assertThat(server.stops).isEqualTo(3);
            assertWhole(bench);
        }
    }

    private static final String FULL_DISK =
            """
            CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
            END $$;
            CREATE TRIGGER full_at_statement BEFORE UPDATE OR INSERT ON commit_batch EXECUTE FUNCTION no_space();
            CREATE TRIGGER full_at_statement BEFORE UPDATE OR INSERT ON write_intent EXECUTE FUNCTION no_space();
            CREATE CONSTRAINT TRIGGER full_at_end AFTER UPDATE OR INSERT ON commit_batch
              DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION no_space();
            CREATE CONSTRAINT TRIGGER full_at_end AFTER UPDATE OR INSERT ON write_intent
              DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION no_space();
            """
                    + DatabaseOutageTest.ROOM_AGAIN;

    private static final String ROOM_AGAIN =
            """
            ALTER TABLE commit_batch DISABLE TRIGGER USER;
            ALTER TABLE write_intent DISABLE TRIGGER USER;
            """;

    /** From then on nothing happens any more: a database that fails as often within a minute is given up on. */
    private void stopAfter(int calls) {
        MemoryOrg.Hook outage = org.after;
        org.after = (call, number) -> {
            if (number <= calls) {
                outage.at(call, number);
            }
        };
    }

    private static CommitBench bench(DataSource source) {
        return new CommitBench(SampleProposal.draft(ACCOUNTS, SampleProposal.policy(1, 200)), source);
    }

    /** A connection past the pool, as the server's keeper has. */
    private static Jdbi beside(CommitBench bench) {
        TestDatabase.Address address = TestDatabase.address(bench.source);
        var source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return Database.jdbi(source);
    }

    private void commit(CommitBench bench, Runnable waiting) {
        CommitRun run = bench.start(org);
        CommitRun ended =
                bench.process(bench.jdbi, waiting).run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE);
        assertThat(ended.state()).isEqualTo(RunState.FINISHED);
    }

    private void assertWhole(CommitBench bench) {
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        assertThat(bench.outcome().mismatches()).isZero();
        assertThat(org.log).hasSize(ACCOUNTS * 7).doesNotHaveDuplicates();
        assertThat(bench.audit.verify(ORG)).isEmpty();
    }
}
