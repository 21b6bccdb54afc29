package io.fairpatch.commit;

import io.fairpatch.model.Progress;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.WriteJob;
import io.fairpatch.review.FieldValues;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.SampleProposal;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** How much longer a commit takes than a bare client that writes the same rows, by jobs of the same size and polls. */
public final class RateLab implements AutoCloseable {
    private static final int JOB_ROWS = 10_000;

    /**
     * What was measured.
     *
     * @param bareSeconds create, upload, start, poll, fetch results; nothing else
     * @param ourSeconds the same with guard, ledger and read back
     * @param ourMicros CPU of the committing thread a row
     */
    public record Times(double bareSeconds, double ourSeconds, double ourMicros) {}

    private final SandboxDesk desk;
    private final int accounts;

    /** @param rate rows a second that the org writes */
    public RateLab(Path folder, int accounts, long rate, Duration latency) {
        this.accounts = accounts;
        this.desk = SandboxDesk.of(folder, accounts, org -> SampleProposal.policy(org, 1, JOB_ROWS), rate, latency);
    }

    public Times measure() {
        CommitRun run = desk.bench.start(desk.org.reader());
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        desk.process().run(desk.bench.org, run.id(), desk.connection(), desk.bench.policy, Progress.NONE);
        double ours = (System.nanoTime() - begin) / 1e9;
        double micros = (threads.getCurrentThreadCpuTime() - cpu) / 1e3 / accounts;
        if (desk.bench.outcome().moves().committed()
                != desk.bench.approved.moves().approved()) {
            throw new IllegalStateException("Not all was committed: " + desk.bench.outcome());
        }
        List<Map<String, String>> rows = rows(desk.nextProposal());
        begin = System.nanoTime();
        for (int from = 0; from < rows.size(); from += JOB_ROWS) {
            bare(rows.subList(from, Math.min(rows.size(), from + JOB_ROWS)));
        }
        return new Times((System.nanoTime() - begin) / 1e9, ours, micros);
    }

    private void bare(List<Map<String, String>> rows) {
        OrgWriter writer = desk.org.writer();
        WriteJob job = writer.createUpdate(Batch.OBJECT);
        var fields = new TreeSet<String>();
        rows.forEach(row -> fields.addAll(row.keySet()));
        fields.remove("Id");
        var columns = new ArrayList<String>(List.of("Id"));
        columns.addAll(fields);
        writer.upload(job, columns, rows);
        writer.complete(job);
        Duration wait = Duration.ofMillis(200);
        while (!writer.status(job).state().terminal()) {
            LockSupport.parkNanos(wait.toNanos());
            wait = wait.multipliedBy(3).dividedBy(2);
            wait = wait.toSeconds() >= 5 ? Duration.ofSeconds(5) : wait;
        }
        if (writer.results(job).size() != rows.size()) {
            throw new IllegalStateException("The bare client got other results than rows");
        }
    }

    /** What a further commit would write. */
    private List<Map<String, String>> rows(ProposalSummary proposal) {
        return desk.bench.jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT account_id, after FROM proposal_line
                        WHERE org_id = :org AND proposal_id = :id AND version = :version ORDER BY account_id
                        """)
                .bind("org", desk.bench.org.value())
                .bind("id", proposal.id())
                .bind("version", proposal.version())
                .map((row, context) -> row(row.getString("account_id"), row.getString("after")))
                .list());
    }

    private static Map<String, String> row(String account, String after) {
        var values =
                new HashMap<String, @Nullable String>(FieldValues.parse(after).values());
        values.put("Id", account);
        return values;
    }

    @Override
    public void close() {
        desk.close();
    }
}
