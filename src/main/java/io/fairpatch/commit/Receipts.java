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
 * Pure: the org's receipts of a job, sorted by what follows from them.
 *
 * @param written the org says it wrote them
 * @param rejected the org refused them for good
 * @param again not written and worth another try
 * @param missing no receipt, or a contradictory one
 */
record Receipts(List<String> written, List<Outcome> rejected, List<Outcome> again, List<Outcome> missing) {
    private static final String LOCKED = "UNABLE_TO_LOCK_ROW";

    static Receipts sort(List<WriteIntent> sent, List<WriteResult> results, WriteJobStatus job) {
        Map<String, WriteResult> byId =
                results.stream().collect(Collectors.toMap(WriteResult::id, Function.identity(), (one, other) -> one));
        var sorted = new Receipts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (WriteIntent intent : sent) {
            sorted.add(intent, byId.get(intent.account()), job);
        }
        return sorted;
    }

    private void add(WriteIntent intent, @Nullable WriteResult result, WriteJobStatus job) {
        String account = intent.account();
        if (result == null) {
            missing.add(Outcome.because(account, "NO_RECEIPT", "The org gave no receipt for this row"));
            return;
        }
        switch (result.fate()) {
            case WRITTEN -> written.add(account);
            case UNPROCESSED ->
                again.add(Outcome.because(account, "UNPROCESSED", "The org did not get to this row: " + reason(job)));
            case FAILED -> failed(intent, result);
        }
    }

    private void failed(WriteIntent intent, WriteResult result) {
        String code = result.errorCode() == null ? "REJECTED" : result.errorCode();
        Outcome outcome = Outcome.because(intent.account(), code, result.message());
        // a lock passes; any other refusal is the org's answer
        boolean retry = code.equals(LOCKED) && intent.attempts() < WriteIntent.MOST_ATTEMPTS;
        (retry ? again : rejected).add(outcome);
    }

    private static String reason(WriteJobStatus job) {
        return job.errorMessage() == null ? "the job ended as " + job.state() : job.errorMessage();
    }
}
