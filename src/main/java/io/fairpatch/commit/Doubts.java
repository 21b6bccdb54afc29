package io.fairpatch.commit;

import io.fairpatch.model.Counts;
import io.fairpatch.model.Progress;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Settles what nobody knows: batches that a dead process left behind, and rows whose answer was lost. */
final class Doubts {
    private final Ledger ledger;
    private final OrgConnection org;
    private final JobWait wait;
    private final Progress progress;

    Doubts(Ledger ledger, OrgConnection org, JobWait wait, Progress progress) {
        this.ledger = ledger;
        this.org = org;
        this.wait = wait;
        this.progress = progress;
    }

    /** The batch was never told to start, and is not going to be. */
    void abandon(Batch batch) {
        if (batch.job() != null) {
            writer(batch).abort(batch.job());
        }
        ledger.abandoned(batch);
    }

    /** Nobody knows what became of the batch: once its job has ended, the org itself is asked. */
    void doubt(Batch batch) {
        ledger.doubted(batch);
        if (batch.job() != null) {
            wait.settle(writer(batch), batch.job());
        } else if (batch.channel().direct()) {
            wait.forLateCall();
        }
        ledger.settled(batch);
    }

    /** Reads every row in doubt: written, not written, or something else altogether. */
    void resolve() {
        int most = ledger.run().batchRows();
        for (List<WriteIntent> rows = ledger.inDoubt(most); !rows.isEmpty(); rows = ledger.inDoubt(most)) {
            progress.stage("Reading " + Counts.of(rows.size(), "account", "accounts") + " whose fate is unknown");
            Rows now = Rows.now(org.reader(), rows, ledger);
            rows.stream().collect(Collectors.groupingBy(WriteIntent::run)).forEach((run, intents) -> {
                Rows.Resolved resolved = now.resolve(intents);
                ledger.resolved(run, resolved.confirmed(), resolved.again(), resolved.drifted());
            });
        }
    }

    private OrgWriter writer(Batch batch) {
        return batch.channel().writer(org);
    }
}
