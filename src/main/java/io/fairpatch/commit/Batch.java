package io.fairpatch.commit;

import io.fairpatch.org.WriteJob;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Rows that go to the org in one job.
 *
 * @param channel by which interface it goes
 * @param job null until the org made it and we kept its id
 */
record Batch(String run, int number, Channel channel, BatchState state, @Nullable WriteJob job) {
    static final String OBJECT = "Account";

    static Batch of(ResultSet row) throws SQLException {
        String job = row.getString("job_id");
        return new Batch(
                row.getString("run_id"),
                row.getInt("number"),
                Channel.valueOf(row.getString("channel")),
                BatchState.valueOf(row.getString("state")),
                job == null ? null : new WriteJob(job, OBJECT, row.getString("job_api_version")));
    }

    WriteJob requireJob() {
        if (job == null) {
            throw new IllegalStateException("Batch " + number + " of " + run + " must have a job in state " + state);
        }
        return job;
    }
}
