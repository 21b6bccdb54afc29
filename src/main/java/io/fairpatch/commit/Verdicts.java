package io.fairpatch.commit;

import java.util.ArrayList;
import java.util.List;

/**
 * Pure: what became of the rows of a batch, by what the org holds now and, where that alone doesn't tell, by what the org
 * said of them. A row that holds what was approved is confirmed whatever the receipt says.
 *
 * @param rejected refused by the org, and not written
 * @param again not written, and worth another try
 * @param differing the org said it wrote them, but they hold something else
 * @param doubtful no receipt, and not as approved
 */
record Verdicts(
        List<Outcome> confirmed,
        List<Outcome> rejected,
        List<Outcome> again,
        List<Outcome> differing,
        List<Outcome> doubtful) {

    static Verdicts of(List<WriteIntent> sent, Rows now) {
        var verdicts = new Verdicts(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        sent.forEach(intent -> verdicts.add(intent, now));
        return verdicts;
    }

    private void add(WriteIntent intent, Rows now) {
        WriteIntent.Answer answer = intent.answer();
        if (now.holds(intent, intent.after())) {
            confirmed.add(Outcome.plain(intent.account()));
        } else if (answer == null) {
            doubtful.add(Outcome.because(intent.account(), "NO_RECEIPT", "The org gave no receipt for this row"));
        } else {
            switch (answer.fate()) {
                case WRITTEN -> differing.add(now.altered(intent));
                case UNPROCESSED -> again.add(said(intent, answer));
                case FAILED -> (worthRetrying(intent, answer) ? again : rejected).add(said(intent, answer));
            }
        }
    }

    /** A lock passes; a row that changed goes to the guard, which says how; any other refusal is the org's answer. */
    private static boolean worthRetrying(WriteIntent intent, WriteIntent.Answer answer) {
        return (answer.locked() || answer.changed()) && intent.attempts() < WriteIntent.MOST_ATTEMPTS;
    }

    private static Outcome said(WriteIntent intent, WriteIntent.Answer answer) {
        return Outcome.because(intent.account(), answer.code() == null ? "REJECTED" : answer.code(), answer.message());
    }
}
