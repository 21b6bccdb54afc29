package io.fairpatch.commit;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgReader;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Before the first write: every field we are to write is in the org and we may edit it. */
final class FieldCheck {
    private FieldCheck() {}

    /** Refuses with COMMIT_FIELD, naming the fields. */
    static void requireWritable(Jdbi jdbi, CommitRun run, OrgReader reader) {
        ObjectSchema schema = reader.describe(Batch.OBJECT);
        List<String> refused = fields(jdbi, run).stream()
                .filter(field ->
                        !schema.field(field).map(FieldSchema::updateable).orElse(false))
                .toList();
        if (!refused.isEmpty()) {
            throw Problem.of(
                            ErrorCode.COMMIT_FIELD,
                            "The org does not let us write the fields " + refused + " of Account")
                    .maybe(
                            "run fairpatch fields deploy, and give our user the permission set that goes with the fields")
                    .exception();
        }
    }

    private static List<String> fields(Jdbi jdbi, CommitRun run) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT DISTINCT field FROM write_intent, jsonb_object_keys(after) AS field
                        WHERE org_id = :org AND run_id = :run ORDER BY field
                        """)
                .bind("org", run.org().value())
                .bind("run", run.id())
                .mapTo(String.class)
                .list());
    }
}
