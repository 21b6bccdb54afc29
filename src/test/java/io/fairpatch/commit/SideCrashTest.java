package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.SamplePolicy;
import io.fairpatch.model.Progress;
import io.fairpatch.org.DirectWriter;
import io.fairpatch.org.LinkWriter;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process killed right after any durable step, or any call that writes, of a commit whose owners, territories and teams
 * go along: another one goes on, and the practice org ends as without the kill.
 */
class SideCrashTest {
    private static final int ACCOUNTS = 24;

    @TempDir
    private Path folder;

    @Test
    void killed_at_some_moments_with_owners_in_bulk() {
        try (var linked = LinkedDesk.whole(folder, ACCOUNTS)) {
            killAtEveryOther(linked, 4);
        }
    }

    @Test
    @Tag("long")
    void killed_at_every_moment_with_owners_in_bulk() {
        try (var linked = LinkedDesk.whole(folder, ACCOUNTS)) {
            killAtEveryOther(linked, 1);
        }
    }

    @Test
    @Tag("long")
    void killed_at_every_moment_with_owners_by_soap() {
        try (var linked = new LinkedDesk(folder, ACCOUNTS, org -> SamplePolicy.of(org)
                .territories()
                .teams()
                .ownersWith("TransferOwnedOpenOpportunities")
                .make())) {
            killAtEveryOther(linked, 1);
        }
    }

    @Test
    @Tag("long")
    void killed_at_every_moment_with_owners_one_by_one() {
        try (var linked = new LinkedDesk(
                folder,
                ACCOUNTS,
                org -> SamplePolicy.of(org).territories().teams().strictOwners().make())) {
            killAtEveryOther(linked, 1);
        }
    }

    private static void killAtEveryOther(LinkedDesk linked, int step) {
        SandboxDesk desk = linked.desk;
        var counting = new Moments(Integer.MAX_VALUE);
        desk.bench
                .process(counting.database(desk))
                .run(
                        desk.bench.org,
                        desk.bench.start(desk.org.reader()).id(),
                        counting.connection(desk),
                        desk.bench.policy,
                        Progress.NONE);
        linked.assertInStep("not killed");
        assertThat(counting.seen).isGreaterThan(12);
        for (int moment = 1; moment <= counting.seen; moment += step) {
            killAt(linked, moment);
        }
    }

    private static void killAt(LinkedDesk linked, int moment) {
        SandboxDesk desk = linked.desk;
        ProposalSummary proposal = desk.nextProposal();
        int seen = desk.logged();
        CommitRun run = desk.start(proposal);
        var moments = new Moments(moment);
        String where = "killed at moment " + moment + " of " + proposal.id();
        try {
            desk.bench
                    .process(moments.database(desk))
                    .run(desk.bench.org, run.id(), moments.connection(desk), desk.bench.policy, Progress.NONE);
        } catch (DyingDatabase.Death death) {
            where += " after " + moments.last;
        }
        desk.bench.clock.now = desk.bench.clock.now.plus(Lease.LENGTH);

        desk.bench.process().run(desk.bench.org, run.id(), desk.org.connection(), desk.bench.policy, Progress.NONE);

        assertThat(desk.bench.shown.get(desk.bench.org, proposal.id()).state())
                .as(where)
                .isEqualTo(ProposalState.COMMITTED);
        assertThat(Anomalies.of(desk, proposal.id(), seen)).as(where).isEqualTo(Anomalies.NONE);
        linked.assertInStep(where);
    }

    /** Counts what one process does that outlives it, and kills it at the n-th. */
    private static final class Moments {
        private final int deadly;
        int seen;
        String last = "";

        Moments(int deadly) {
            this.deadly = deadly;
        }

        private void pass(String what) {
            if (what.isEmpty() || what.equals("keepLease")) {
                return;
            }
            last = what;
            if (++seen == deadly) {
                throw new DyingDatabase.Death();
            }
        }

        Jdbi database(SandboxDesk desk) {
            return new DyingDatabase(desk.bench.source, -1, this::pass).jdbi();
        }

        OrgConnection connection(SandboxDesk desk) {
            return new OrgConnection(
                    desk.org.reader(),
                    desk.org.writer(),
                    desk.org.serialWriter(),
                    direct(desk.org.strictWriter()),
                    direct(desk.org.ownerWriter()),
                    links(desk.org.linkWriter()));
        }

        private DirectWriter direct(DirectWriter real) {
            return (object, rows, options) -> {
                var results =
                        real.update(object, rows.stream().map(this::looking).toList(), options);
                pass("direct update");
                return results;
            };
        }

        /** Between two rows that are written one by one. */
        private DirectWriter.Row looking(DirectWriter.Row row) {
            return new DirectWriter.Row(
                    row.id(),
                    row.compared(),
                    record -> {
                        pass("look at " + row.id());
                        return row.unchanged().test(record);
                    },
                    row.values());
        }

        private LinkWriter links(LinkWriter real) {
            return new LinkWriter() {
                @Override
                public List<Answer> insert(String object, List<Map<String, String>> rows) {
                    List<Answer> answers = real.insert(object, rows);
                    pass("insert " + object);
                    return answers;
                }

                @Override
                public List<Answer> delete(List<String> ids) {
                    List<Answer> answers = real.delete(ids);
                    pass("delete");
                    return answers;
                }
            };
        }
    }
}
