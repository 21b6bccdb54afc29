package io.fairpatch.org;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes and removes records that link an account to something else: its territories, the members of its team. Only
 * {@code commit} may call it. Thread-safe.
 */
public interface LinkWriter {
    /** Most rows a call. */
    int MOST_ROWS = 200;

    /**
     * What the org said of one row.
     *
     * @param code the org's status code; null when it did what was asked
     */
    record Answer(@Nullable String code, @Nullable String message) {}

    /**
     * Makes records; one that stands in the way of another is refused by the org.
     *
     * @param rows at most {@link #MOST_ROWS}, values by API name
     * @return one answer a row, in the order of the rows
     * @throws io.fairpatch.error.FairpatchException with ORG_ANSWER_LOST when the org may or may not have made some; any
     *     other code: it has made none
     */
    List<Answer> insert(String object, List<Map<String, String>> rows);

    /**
     * Deletes records by id, at most {@link #MOST_ROWS}.
     *
     * @return one answer an id, in their order
     * @throws io.fairpatch.error.FairpatchException as for {@link #insert}
     */
    List<Answer> delete(List<String> ids);
}
