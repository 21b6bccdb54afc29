package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote.
 *
 * @param proposal null for feedback on an account that no open proposal touches
 * @param account null for a comment on the proposal as a whole
 * @param mentions names of people it is meant for
 */
public record Comment(
        long id,
        @Nullable String proposal,
        @Nullable SalesforceId account,
        Kind kind,
        String author,
        String authorName,
        String body,
        List<String> mentions,
        Instant writtenAt) {
    public Comment {
        mentions = List.copyOf(mentions);
    }

    /** Where it comes from. */
    public enum Kind {
        COMMENT,
        /** A rep's word from the CRM. */
        FEEDBACK
    }
}
