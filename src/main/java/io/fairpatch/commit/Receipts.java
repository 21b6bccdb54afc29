package io.fairpatch.commit;

import io.fairpatch.org.WriteJobStatus;
import io.fairpatch.org.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The org's receipts of a batch, matched to what was sent by Id, never by order. They are what the org said; what became
 * of a row is decided by reading it back.
 */
record Receipts(List<Line> lines) {
    /** What the org said of one row; {@code fate} is null when it gave no receipt, or a contradictory one. */
    record Line(String account, WriteResult.@Nullable Fate fate, @Nullable String code, @Nullable String message) {}

    static Receipts match(List<WriteIntent> sent, List<WriteResult> results, @Nullable WriteJobStatus job) {
        Map<String, WriteResult> byId =
                results.stream().collect(Collectors.toMap(WriteResult::id, Function.identity(), (one, other) -> one));
        var lines = new ArrayList<Line>(sent.size());
        for (WriteIntent intent : sent) {
            lines.add(line(intent.account(), byId.get(intent.account()), job));
        }
        return new Receipts(lines);
    }

    private static Line line(String account, @Nullable WriteResult result, @Nullable WriteJobStatus job) {
        if (result == null) {
            return new Line(account, null, "NO_RECEIPT", "The org gave no receipt for this row");
        }
        return switch (result.fate()) {
            case WRITTEN -> new Line(account, result.fate(), null, null);
            case UNPROCESSED ->
                new Line(account, result.fate(), "UNPROCESSED", "The org did not get to this row: " + reason(job));
            case FAILED ->
                new Line(
                        account,
                        result.fate(),
                        result.errorCode() == null ? "REJECTED" : result.errorCode(),
                        result.message());
        };
    }

    private static String reason(@Nullable WriteJobStatus job) {
        if (job == null) {
            return "it said so";
        }
        return job.errorMessage() == null ? "the job ended as " + job.state() : job.errorMessage();
    }
}
