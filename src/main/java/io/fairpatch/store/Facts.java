package io.fairpatch.store;

import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The newest fact of each field of the records of one object, from whatever source. */
final class Facts {
    private final Map<String, Map<String, ImportedFact>> byRecord = new HashMap<>();

    /** @param object Account or User */
    static Facts of(Handle handle, SalesforceId org, String object) {
        return of(handle, org, object, null);
    }

    /** @param record the only one whose facts are wanted; null for all */
    static Facts of(Handle handle, SalesforceId org, String object, @Nullable SalesforceId record) {
        var facts = new Facts();
        handle.createQuery(
                        """
                        SELECT record_id, field, value, source, as_of, preferred FROM newest_fact
                        WHERE org_id = :org AND object = :object
                          AND (CAST(:record AS text) IS NULL OR record_id = :record)
                        """)
                .bind("org", org.value())
                .bind("object", object)
                .bind("record", record == null ? null : record.value())
                .map((row, context) -> Map.entry(
                        row.getString("record_id"),
                        new ImportedFact(
                                row.getString("field"),
                                row.getString("value"),
                                row.getString("source"),
                                row.getObject("as_of", LocalDate.class),
                                row.getBoolean("preferred"))))
                .forEach(entry -> facts.byRecord
                        .computeIfAbsent(entry.getKey(), id -> new HashMap<>())
                        .put(entry.getValue().field(), entry.getValue()));
        return facts;
    }

    /** What stands for a field: a preferred fact, else what the org says, else a fact. */
    @Nullable
    String text(String id, String field, @Nullable String orgs) {
        var fact = fact(id, field);
        return fact == null || orgs != null && !fact.preferred() ? orgs : fact.value();
    }

    @Nullable
    Long number(String id, String field, @Nullable Long orgs) {
        var fact = fact(id, field);
        return fact == null || orgs != null && !fact.preferred() ? orgs : Long.valueOf(fact.value());
    }

    @Nullable
    Double decimal(String id, String field, @Nullable Double orgs) {
        var fact = fact(id, field);
        return fact == null || orgs != null && !fact.preferred() ? orgs : Double.valueOf(fact.value());
    }

    /** Where a record is; degrees of a file count in pairs. */
    @Nullable
    GeoPoint place(String id, @Nullable GeoPoint orgs) {
        var latitude = fact(id, "latitude");
        var longitude = fact(id, "longitude");
        return latitude == null || longitude == null || orgs != null && !latitude.preferred()
                ? orgs
                : new GeoPoint(Double.parseDouble(latitude.value()), Double.parseDouble(longitude.value()));
    }

    /** A flag of the org is never empty, so that a fact which is not preferred can only set it. */
    boolean flag(String id, String field, boolean orgs) {
        var fact = fact(id, field);
        return fact == null
                ? orgs
                : fact.preferred()
                        ? fact.value().equals("true")
                        : orgs || fact.value().equals("true");
    }

    Set<String> words(String id, String field, Set<String> orgs) {
        var fact = fact(id, field);
        return fact == null || !orgs.isEmpty() && !fact.preferred()
                ? orgs
                : new LinkedHashSet<>(List.of(fact.value().split(";")));
    }

    @Nullable
    LocalDate date(String id, String field, @Nullable LocalDate orgs) {
        var fact = fact(id, field);
        return fact == null || orgs != null && !fact.preferred() ? orgs : LocalDate.parse(fact.value());
    }

    List<ImportedFact> all(String id) {
        return new ArrayList<>(byRecord.getOrDefault(id, Map.of()).values());
    }

    private @Nullable ImportedFact fact(String id, String field) {
        var facts = byRecord.get(id);
        return facts == null ? null : facts.get(field);
    }
}
