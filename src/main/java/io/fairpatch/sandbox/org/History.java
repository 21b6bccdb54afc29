package io.fairpatch.sandbox.org;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The history of the account fields that the org tracks. */
final class History {
    /** What the history calls the field, by name. */
    private static final Map<String, String> TRACKED = Map.of("OwnerId", "Owner", "Name", "Name", "ParentId", "Parent");

    private final SideEffects effects;

    History(SideEffects effects) {
        this.effects = effects;
    }

    void follow(Change change, String id) {
        if (!change.table().type().name().equals("Account") || change.creates() || change.after() == null) {
            return;
        }
        for (var write : change.writes()) {
            var name = TRACKED.get(write.field().name());
            var before = Values.text(write.field(), write.before());
            var after = Values.text(write.field(), write.after());
            if (name != null && !String.valueOf(before).equals(String.valueOf(after))) {
                var values = new HashMap<String, @Nullable Object>();
                values.put("AccountId", id);
                values.put("Field", name);
                values.put("DataType", write.field().type().isId() ? "EntityId" : "Text");
                values.put("OldValue", before);
                values.put("NewValue", after);
                effects.create("AccountHistory", values);
            }
        }
    }
}
