package io.fairpatch.commit;

import io.fairpatch.commit.UndoLook.Stays;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.review.Drift;
import io.fairpatch.review.DriftReport;
import io.fairpatch.review.FieldValues;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.UndoDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pure: which fields of committed accounts can go back to what they held before. A field goes back when it still holds
 * what we wrote; what anybody changed since stays.
 */
final class UndoCheck {
    static final String OWNER = "OwnerId";
    private static final String UNWRITABLE = "#N/A";

    private final ObjectSchema schema;
    private final Map<String, OrgRecord> now;
    private final Set<String> inactive;
    private final WritePolicyConfig policy;
    private final String territoryField;
    private final List<UndoDraft.Line> lines = new ArrayList<>();
    private final List<Stays> stays = new ArrayList<>();
    private int moves;
    private boolean owners;

    /**
     * @param now the accounts by id
     * @param inactive users who can own nothing any more
     */
    UndoCheck(
            ObjectSchema schema,
            Map<String, OrgRecord> now,
            Set<String> inactive,
            WritePolicyConfig policy,
            String territoryField) {
        this.schema = schema;
        this.now = now;
        this.inactive = inactive;
        this.policy = policy;
        this.territoryField = territoryField;
    }

    UndoLook look(List<Written> all) {
        for (Written written : all) {
            OrgRecord record = now.get(written.account().value());
            if (written.inDoubt()) {
                stays.add(whole(written, "nobody knows yet whether it was written: commit again first, then undo"));
            } else if (written.inOrg() && record == null) {
                stays.add(whole(written, "the account was deleted, merged or hidden from us"));
            } else if (written.inOrg() && record != null) {
                account(written, record);
            }
        }
        return new UndoLook(lines, moves, stays, owners ? SideEffects.thatStay() : List.of());
    }

    private void account(Written written, OrgRecord record) {
        Set<String> away = names(Drift.changes(written.before(), record, schema));
        Map<String, DriftReport.Change> changed = Drift.changes(written.after(), record, schema).stream()
                .collect(Collectors.toMap(DriftReport.Change::field, change -> change));
        var back = new TreeMap<String, @Nullable String>();
        var left = new TreeSet<String>();
        for (String field : written.after().values().keySet()) {
            if (!away.contains(field)) {
                continue;
            }
            String value = written.before().get(field);
            String why = changed.containsKey(field) ? "it was changed since" : unwritable(field, value);
            if (why == null) {
                back.put(field, value);
            } else {
                left.add(field);
                stays.add(field(written, field, why, record));
            }
        }
        if (!back.isEmpty()) {
            add(written, FieldValues.of(back), record, left);
        }
    }

    private void add(Written written, FieldValues back, OrgRecord record, Set<String> left) {
        var base = new TreeMap<String, @Nullable String>();
        var guarded = new TreeSet<>(written.base().values().keySet());
        guarded.addAll(written.after().values().keySet());
        guarded.stream()
                .filter(schema::has)
                .forEach(field -> base.put(field, record.value(field).orElse(null)));
        lines.add(
                new UndoDraft.Line(written.account(), territory(back), back, FieldValues.of(base), List.copyOf(left)));
        moves += written.kind() == LineKind.MOVE ? 1 : 0;
        owners |= back.values().containsKey(OWNER);
    }

    private String territory(FieldValues back) {
        return back.values().containsKey(territoryField)
                ? Objects.requireNonNullElse(back.get(territoryField), "No territory")
                : "As it is";
    }

    /** Why the org or the policy would not take the former value; null when nothing speaks against it. */
    private @Nullable String unwritable(String field, @Nullable String value) {
        if (!schema.field(field).map(FieldSchema::updateable).orElse(false)) {
            return "the org no longer lets us write the field";
        }
        if (UNWRITABLE.equals(value)) {
            return "its former text #N/A means \"clear the field\" to the org and can't be written";
        }
        if (!field.equals(OWNER)) {
            return null;
        }
        if (!policy.ownerId()) {
            return "write-policy.yml no longer lets us write owners (ownerId: false)";
        }
        return value == null || inactive.contains(value) ? "the former owner is no longer active" : null;
    }

    private static Set<String> names(List<DriftReport.Change> changes) {
        return changes.stream().map(DriftReport.Change::field).collect(Collectors.toSet());
    }

    private static Stays whole(Written written, String why) {
        return new Stays(written.account(), written.accountName(), written.kind(), null, why, null, null, null, null);
    }

    private static Stays field(Written written, String field, String why, OrgRecord record) {
        return new Stays(
                written.account(),
                written.accountName(),
                written.kind(),
                field,
                why,
                written.after().get(field),
                record.value(field).orElse(null),
                record.value(Drift.CHANGED_BY).orElse(null),
                record.value(Drift.CHANGED_AT).orElse(null));
    }
}
