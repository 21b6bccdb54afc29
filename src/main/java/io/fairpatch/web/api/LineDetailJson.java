package io.fairpatch.web.api;

import io.fairpatch.model.Reason;
import io.fairpatch.review.MoveDetail;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line with its reasons, which add up to the line's worth, and its field values.
 *
 * @param crmReason the text that goes into the CRM
 */
@Serdeable
public record LineDetailJson(
        LineJson line,
        String crmReason,
        List<ReasonJson> reasons,
        Map<String, @Nullable String> before,
        Map<String, @Nullable String> after) {
    public LineDetailJson {
        reasons = List.copyOf(reasons);
    }

    /** One part of the worth, in cents. */
    @Serdeable
    public record ReasonJson(String rule, String sentence, double cents) {
        static ReasonJson of(Reason reason) {
            return new ReasonJson(reason.rule(), reason.sentence(), reason.points());
        }
    }

    static LineDetailJson of(MoveDetail detail) {
        return new LineDetailJson(
                LineJson.of(detail.line()),
                detail.crmReason(),
                detail.reasons().stream().map(ReasonJson::of).toList(),
                detail.before().values(),
                detail.after().values());
    }
}
