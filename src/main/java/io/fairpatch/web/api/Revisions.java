package io.fairpatch.web.api;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A proposal's revision as HTTP carries it. */
final class Revisions {
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private Revisions() {}

    static String etag(long revision) {
        return '"' + Long.toString(revision) + '"';
    }

    /** The revision the caller saw; 428 when it names none, 412 when it is none of ours. */
    static long ifMatch(@Nullable String header, String id) {
        if (header == null) {
            throw Problem.of(ErrorCode.REVISION_MISSING, "The header If-Match is missing for proposal " + id)
                    .because("nobody shall act on what has changed meanwhile")
                    .maybe("read the proposal first and send its ETag")
                    .exception();
        }
        Matcher matcher = ETAG.matcher(header);
        if (!matcher.matches()) {
            throw Problem.of(ErrorCode.PROPOSAL_STALE, "The If-Match (" + header + ") is no revision of proposal " + id)
                    .maybe("read the proposal again and send its ETag")
                    .exception();
        }
        return Long.parseLong(matcher.group(1));
    }
}
