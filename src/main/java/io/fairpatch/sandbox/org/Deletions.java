package io.fairpatch.sandbox.org;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went along with each deleted record, so that it comes back with it. The org's own writes that follow a client's
 * deletion belong to it. Used under the org's lock.
 */
final class Deletions {
    private final Map<String, List<Change>> along = new HashMap<>();
    private @Nullable List<Change> open;

    /** Notes a write that was just made, whoever made it. */
    void note(Change change, String id, WriteContext context) {
        if (!context.client().equals(SideEffects.CLIENT)) {
            open = change.after() != null && Cascade.deletes(change) ? new ArrayList<>() : null;
            if (open != null) {
                along.put(id, open);
            }
        } else if (open != null && !change.creates()) {
            open.add(change);
        }
    }

    /** What went along with the record, which is told once. */
    List<Change> take(String id) {
        var taken = along.remove(id);
        return taken == null ? List.of() : taken;
    }
}
