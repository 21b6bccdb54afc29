package io.fairpatch.store;

import io.fairpatch.model.SalesforceId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a load refused, kept aside until the load is published. */
final class RefusedRows {
    private final Handle handle;
    private final SalesforceId org;
    private final long run;
    private long count;

    RefusedRows(Handle handle, SalesforceId org, long run) {
        this.handle = handle;
        this.org = org;
        this.run = run;
    }

    static void createStage(Handle handle) {
        handle.execute("CREATE TEMP TABLE stage_refused AS SELECT * FROM refused_row WITH NO DATA");
    }

    void add(List<RefusedRow> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(
                """
                INSERT INTO stage_refused (org_id, run_id, position, object, record_id, field, value, reason, kept)
                VALUES (:org, :run, :position, :object, :recordId, :field, :value, :reason, :kept)
                """);
        for (var refusal : refusals) {
            batch.bind("org", org.value())
                    .bind("run", run)
                    .bind("position", count++)
                    .bindMethods(refusal)
                    .add();
        }
        batch.execute();
    }

    long count() {
        return count;
    }

    void keep(Handle transaction) {
        transaction.execute("INSERT INTO refused_row SELECT * FROM stage_refused");
    }
}
