package io.fairpatch.org;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows at once, without a job: for what bulk jobs can't do. Only {@code commit} may call it. Thread-safe.
 */
public interface DirectWriter {
    /** Most rows a call. */
    int MOST_ROWS = 200;

    /**
     * Updates rows and says what became of each, by Id.
     *
     * @param rows at most {@link #MOST_ROWS}
     * @param options what the org does along with a change of owner, by its own names, for example KeepAccountTeam
     * @throws io.fairpatch.error.FairpatchException with ORG_ANSWER_LOST when the org may or may not have written some;
     *     any other code: it has written none of them, or read them back to be sure
     */
    List<WriteResult> update(String object, List<Row> rows, Set<String> options);

    /**
     * One row.
     *
     * @param compared fields that {@code unchanged} looks at
     * @param unchanged whether the record, as read just before, may still be written
     * @param values null clears a field
     */
    record Row(String id, List<String> compared, Predicate<OrgRecord> unchanged, Map<String, @Nullable String> values) {
        public Row {
            compared = List.copyOf(compared);
        }
    }
}
