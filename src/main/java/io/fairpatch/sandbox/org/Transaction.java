package io.fairpatch.sandbox.org;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes that stand or fall together. Used under the org's lock. */
final class Transaction {
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /** Notes a write that was just made. */
    void made(Table table, String id, @Nullable Row before) {
        undo.push(before == null ? table::dropLast : () -> table.replace(id, before));
    }

    /** Notes something else that is to be undone. */
    void onUndo(Runnable action) {
        undo.push(action);
    }

    /** Takes back all writes, last first. */
    void undo() {
        undo.forEach(Runnable::run);
    }
}
