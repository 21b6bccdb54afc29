package io.fairpatch.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** One file on its way in, within a transaction. For one thread. */
public final class ImportLoad {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 1_000;

    private final Handle transaction;
    private final SalesforceId org;
    private final long id;
    private @Nullable PreparedBatch batch;
    private int waiting;

    ImportLoad(Handle transaction, SalesforceId org) {
        this.transaction = transaction;
        this.org = org;
        this.id = transaction
                .createQuery(
                        """
                        INSERT INTO import_run
                          (org_id, kind, file, sha256, columns, source, as_of, person, imported_at, counts)
                        VALUES (:org, '', '', '', '{}', '', current_date, '', now(), '{}') RETURNING id
                        """)
                .bind("org", org.value())
                .mapTo(Long.class)
                .one();
    }

    /** Where facts are from, of which day they are, and whether they stand before the org's. */
    public record Origin(String source, LocalDate asOf, boolean preferred) {}

    /** What is kept of the file itself. */
    public record Note(
            String kind,
            String file,
            String sha256,
            Map<String, String> columns,
            String source,
            LocalDate asOf,
            String person,
            Instant importedAt,
            Map<String, Long> counts) {}

    /** Keeps each value as a fact about the record; an older one of the same source gives way. */
    public void facts(String object, ImportedRow row, Origin origin) {
        row.values().forEach((field, value) -> batch(
                        """
                        INSERT INTO imported_fact
                          (org_id, object, record_id, field, source, value, as_of, preferred, import_id)
                        VALUES (:org, :object, :record, :field, :source, :value, :asOf, :preferred, :import)
                        ON CONFLICT (org_id, object, record_id, field, source) DO UPDATE
                        SET (value, as_of, preferred, import_id)
                          = (excluded.value, excluded.as_of, excluded.preferred, excluded.import_id)
                        WHERE imported_fact.as_of <= excluded.as_of
                        """)
                .bind("org", org.value())
                .bind("object", object)
                .bind("record", row.recordId())
                .bind("field", field)
                .bind("value", value)
                .bind("import", id)
                .bindMethods(origin)
                .add());
        flush(BATCH);
    }

    /**
     * Keeps where the records are whose address this file says, or a part of it.
     *
     * @param finder gives latitude, longitude and timeZone of an address; nothing for one that is not known
     */
    public void places(String object, Origin origin, Function<ImportedAddress, Map<String, String>> finder) {
        flush(1);
        var places = new ImportedPlaces(transaction, org, id);
        places.forgetOlder(object, origin);
        places.each(
                object,
                origin,
                (record, address) -> facts(object, new ImportedRow(record, finder.apply(address)), origin));
        flush(1);
    }

    /** Keeps a deal that the org does not have. */
    public void opportunity(SalesforceId deal, ImportedRow row) {
        batch(
                        """
                        INSERT INTO opportunity (org_id, id, account_id, owner_id, name, lead_source, stage, amount_cents,
                          close_date, created_date, closed, won, system_modstamp, import_id)
                        VALUES (:org, :id, :account,
                          (SELECT min(id) FROM org_user WHERE org_id = :org AND deleted_at IS NULL AND lower(email) = lower(:owner)),
                          :name, :leadSource, :stage, :amount, CAST(:closeDate AS date), CAST(:createdDate AS date),
                          :closed, :won, now(), :import)
                        ON CONFLICT (org_id, id) DO UPDATE SET
                          (account_id, owner_id, name, lead_source, stage, amount_cents, close_date, created_date,
                           closed, won, system_modstamp, import_id, deleted_at)
                          = (excluded.account_id, excluded.owner_id, excluded.name, excluded.lead_source, excluded.stage,
                             excluded.amount_cents, excluded.close_date, excluded.created_date, excluded.closed,
                             excluded.won, excluded.system_modstamp, excluded.import_id, NULL)
                        """)
                .bind("org", org.value())
                .bind("id", deal.value())
                .bind("account", row.recordId())
                .bind("owner", row.value("ownerEmail"))
                .bind("name", row.value("name"))
                .bind("leadSource", row.value("leadSource"))
                .bind("stage", row.value("stage"))
                .bind("amount", row.number("amount"))
                .bind("closeDate", row.value("closeDate"))
                .bind("createdDate", row.value("createdDate"))
                .bind("closed", row.flag("closed"))
                .bind("won", row.flag("won"))
                .bind("import", id)
                .add();
        flush(BATCH);
    }

    /** Keeps a person at an account whom the org does not have. */
    public void contact(SalesforceId person, ImportedRow row) {
        batch(
                        """
                        INSERT INTO contact (org_id, id, account_id, name, title, system_modstamp, import_id)
                        VALUES (:org, :id, :account, :name, :title, now(), :import)
                        ON CONFLICT (org_id, id) DO UPDATE SET
                          (account_id, name, title, import_id, deleted_at)
                          = (excluded.account_id, excluded.name, excluded.title, excluded.import_id, NULL)
                        """)
                .bind("org", org.value())
                .bind("id", person.value())
                .bind("account", row.recordId())
                .bind("name", row.value("name"))
                .bind("title", row.value("title"))
                .bind("import", id)
                .add();
        flush(BATCH);
    }

    private PreparedBatch batch(String sql) {
        if (batch == null) {
            batch = transaction.prepareBatch(sql);
        }
        waiting++;
        return batch;
    }

    private void flush(int least) {
        if (batch != null && waiting >= least) {
            batch.execute();
            batch.close();
            batch = null;
            waiting = 0;
        }
    }

    /** Keeps the rest, and what the file was; people and deals are counted with their accounts at once. */
    public void finish(Note note) {
        flush(1);
        transaction
                .createUpdate(
                        """
                        UPDATE import_run SET (kind, file, sha256, columns, source, as_of, person, imported_at, counts)
                          = (:kind, :file, :sha256, CAST(:columnJson AS jsonb), :source, :asOf, :person, :importedAt,
                             CAST(:countJson AS jsonb))
                        WHERE org_id = :org AND id = :id
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("columnJson", json(note.columns()))
                .bind("countJson", json(note.counts()))
                .bindMethods(note)
                .execute();
        Engagement.replace(transaction, org);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A note on an import could not be written as JSON", e);
        }
    }
}
