package io.fairpatch.commit;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.UndoDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an undo of a commit would do, by the org as it is now.
 *
 * @param lines accounts of which at least one field goes back
 * @param moves how many of them change the rep
 * @param stays what stays as it is, and why
 * @param sideEffects sentences on what the org did along with our writes and will not take back
 */
public record UndoLook(List<UndoDraft.Line> lines, int moves, List<Stays> stays, List<String> sideEffects) {
    public UndoLook {
        lines = List.copyOf(lines);
        stays = List.copyOf(stays);
        sideEffects = List.copyOf(sideEffects);
    }

    /** Fields that go back, of all accounts. */
    public int fields() {
        return lines.stream().mapToInt(line -> line.after().values().size()).sum();
    }

    /**
     * A field, or a whole account, that can't be undone.
     *
     * @param field null when it is the whole account
     * @param wrote what we wrote
     * @param now what the org holds
     * @param changedBy id of the user who last changed the account, where the org tells
     */
    public record Stays(
            SalesforceId account,
            String accountName,
            LineKind kind,
            @Nullable String field,
            String why,
            @Nullable String wrote,
            @Nullable String now,
            @Nullable String changedBy,
            @Nullable String changedAt) {}
}
