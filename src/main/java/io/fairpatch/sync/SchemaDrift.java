package io.fairpatch.sync;

import io.fairpatch.store.SyncCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What describe shows now and did not before, or the other way round. */
final class SchemaDrift {
    private SchemaDrift() {}

    /** One sentence a field; none for an object read for the first time. */
    static List<String> between(@Nullable SyncCursor before, ReadPlan now) {
        var sentences = new ArrayList<String>();
        if (before == null) {
            return sentences;
        }
        var types = now.fieldTypes();
        var names = new TreeSet<>(types.keySet());
        names.addAll(before.fields().keySet());
        for (var name : names) {
            var old = before.fields().get(name);
            var type = types.get(name);
            String field = now.object().object() + "." + name;
            if (old == null) {
                sentences.add("New field " + field + " (" + type + ")");
            } else if (type == null) {
                sentences.add(field + " is gone, or this user may no longer read it");
            } else if (!type.equals(old)) {
                sentences.add(field + " was " + old + " and is " + type + " now");
            }
        }
        return sentences;
    }
}
