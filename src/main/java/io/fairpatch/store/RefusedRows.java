package io.fairpatch.store;

import io.fairpatch.model.SalesforceId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a load refused, written with the page it was on; shown once the run has finished. */
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

    /** Goes on counting behind what is kept already. */
    void goOn() {
        count = handle.createQuery(
                        "SELECT coalesce(max(position) + 1, 0) FROM refused_row WHERE org_id = :org AND run_id = :run")
                .bind("org", org.value())
                .bind("run", run)
                .mapTo(Long.class)
                .one();
    }

    void forget() {
        handle.createUpdate("DELETE FROM refused_row WHERE org_id = :org AND run_id = :run")
                .bind("org", org.value())
                .bind("run", run)
                .execute();
    }

    void forget(String object) {
        handle.createUpdate("DELETE FROM refused_row WHERE org_id = :org AND run_id = :run AND object = :object")
                .bind("org", org.value())
                .bind("run", run)
                .bind("object", object)
                .execute();
    }

    void add(List<RefusedRow> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(
                """
                INSERT INTO refused_row (org_id, run_id, position, object, record_id, field, value, reason, kept)
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
}
