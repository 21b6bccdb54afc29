package io.fairpatch.web.api;

import io.fairpatch.commit.UndoLook;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an undo would do, by the org as it is now.
 *
 * @param accounts of which at least one field goes back
 * @param moves how many of them change the rep
 * @param stays what stays as it is, and why
 */
@Serdeable
public record UndoJson(int accounts, int moves, int fields, List<StaysJson> stays, List<String> sideEffects) {
    /** A field, or with {@code field} null a whole account, that can't be undone. */
    @Serdeable
    public record StaysJson(
            String account,
            String accountName,
            @Nullable String field,
            String why,
            @Nullable String wrote,
            @Nullable String now,
            @Nullable String changedBy,
            @Nullable String changedAt) {
        static StaysJson of(UndoLook.Stays stays) {
            return new StaysJson(
                    stays.account().value(),
                    stays.accountName(),
                    stays.field(),
                    stays.why(),
                    stays.wrote(),
                    stays.now(),
                    stays.changedBy(),
                    stays.changedAt());
        }
    }

    static UndoJson of(UndoLook look) {
        return new UndoJson(
                look.lines().size(),
                look.moves(),
                look.fields(),
                look.stays().stream().map(StaysJson::of).toList(),
                look.sideEffects());
    }
}
