package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.org.WriteJobStatus;
import io.fairpatch.org.WriteResult;
import io.fairpatch.org.WriteResult.Fate;
import io.fairpatch.review.FieldValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger's decisions, each by itself: guard, receipts, read back, doubt. */
class VerdictsTest {
    private static final String FIELD = "Territory__c";

    private final MemoryOrg org = MemoryOrg.withAccounts(3);

    @ParameterizedTest(name = "the org holds {0}, said {1} {2} at attempt {3}: {4}")
    @CsvSource({
        "New,   WRITTEN,     ,                       1, confirmed",
        "New,   FAILED,      SOME_RULE,              1, confirmed",
        "New,   UNPROCESSED, UNPROCESSED,            1, confirmed",
        "New,   ,            ,                       1, confirmed",
        "Old,   WRITTEN,     ,                       1, differing",
        "Other, WRITTEN,     ,                       1, differing",
        "Old,   UNPROCESSED, UNPROCESSED,            1, again",
        "Old,   FAILED,      SOME_RULE,              1, rejected",
        "Old,   FAILED,      UNABLE_TO_LOCK_ROW,     1, again",
        "Old,   FAILED,      UNABLE_TO_LOCK_ROW,     3, again",
        "Old,   FAILED,      UNABLE_TO_LOCK_ROW,     4, rejected",
        "Old,   FAILED,      CHANGED,                1, again",
        "Old,   FAILED,      CHANGED,                4, rejected",
        "Old,   ,            ,                       1, doubtful",
        "Other, ,            ,                       1, doubtful",
        "gone,  WRITTEN,     ,                       1, differing"
    })
    void reading_back_decides_and_the_receipt_says_why(
            String held, @Nullable Fate fate, @Nullable String code, int attempts, String verdict) {
        hold(0, held);
        var answer = fate == null ? null : new WriteIntent.Answer(fate, code, "said");
        var intents = List.of(intent(0, attempts, answer));

        var verdicts = Verdicts.of(intents, Rows.read(org, intents, () -> {}));

        var by = Map.of(
                "confirmed", verdicts.confirmed(),
                "rejected", verdicts.rejected(),
                "again", verdicts.again(),
                "differing", verdicts.differing(),
                "doubtful", verdicts.doubtful());
        by.forEach((name, outcomes) -> assertThat(outcomes).as(name).hasSize(name.equals(verdict) ? 1 : 0));
        Outcome outcome = Objects.requireNonNull(by.get(verdict)).get(0);
        assertThat(outcome.account()).isEqualTo(account(0).value());
        if (verdict.equals("rejected") || verdict.equals("again")) {
            assertThat(outcome.code()).isEqualTo(code);
            assertThat(outcome.message()).isEqualTo("said");
        }
    }

    @Test
    void a_refusal_without_a_code_is_called_rejected() {
        hold(0, "Old");
        var intents = List.of(intent(0, 1, new WriteIntent.Answer(Fate.FAILED, null, null)));

        var verdicts = Verdicts.of(intents, Rows.read(org, intents, () -> {}));

        assertThat(verdicts.rejected()).extracting(Outcome::code).containsExactly("REJECTED");
    }

    @ParameterizedTest(name = "the org holds {0}: {1}")
    @CsvSource({"New, confirmed", "Old, again", "Other, drifted", "gone, drifted"})
    void a_row_in_doubt_is_what_the_org_holds(String held, String verdict) {
        hold(0, held);
        var intents = List.of(intent(0, 1, null));

        var resolved = Rows.read(org, intents, () -> {}).resolve(intents);

        assertThat(resolved.confirmed()).hasSize(verdict.equals("confirmed") ? 1 : 0);
        assertThat(resolved.again()).hasSize(verdict.equals("again") ? 1 : 0);
        assertThat(resolved.drifted()).hasSize(verdict.equals("drifted") ? 1 : 0);
        resolved.drifted().forEach(outcome -> assertThat(outcome.code())
                .isEqualTo(held.equals("gone") ? "RECORD_GONE" : "DRIFT"));
        resolved.again().forEach(outcome -> assertThat(outcome.code()).isEqualTo("NOT_WRITTEN"));
    }

    @Test
    void the_guard_lets_pass_what_is_as_planned_and_names_how_the_rest_differs() {
        hold(0, "Old");
        hold(1, "Other");
        hold(2, "Old");
        var clearing = new WriteIntent("r", account(2).value(), values("#N/A"), values("Old"), 0, null);
        var intents = List.of(intent(0, 0, null), intent(1, 0, null), clearing);

        var guarded = Rows.read(org, intents, () -> {}).guard(intents);

        assertThat(guarded.passed()).containsExactly(intents.get(0));
        assertThat(guarded.drifted()).singleElement().satisfies(outcome -> {
            assertThat(outcome.account()).isEqualTo(account(1).value());
            assertThat(Outcome.parse(outcome.differenceJson()).changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.now()).isEqualTo("Other"));
        });
        assertThat(guarded.unwritable()).extracting(Outcome::code).containsExactly("UNWRITABLE");
    }

    @Test
    void rows_are_read_a_thousand_a_turn_and_the_lease_is_kept_before_each() {
        var big = MemoryOrg.withAccounts(2_001);
        var turns = new ArrayList<String>();
        big.before = (call, number) -> turns.add(call);
        var intents =
                IntStream.range(0, 2_001).mapToObj(i -> intent(i, 0, null)).toList();

        Rows rows = Rows.read(big, intents, () -> turns.add("alive"));

        assertThat(turns).containsExactly("alive", "read", "alive", "read", "alive", "read");
        assertThat(intents).allMatch(intent -> !rows.holds(intent, intent.after()));
    }

    @Test
    void receipts_are_matched_by_id_whatever_their_order_and_a_missing_one_is_said() {
        var sent = List.of(intent(0, 1, null), intent(1, 1, null), intent(2, 1, null));
        var results = List.of(
                new WriteResult(account(2).value(), Fate.UNPROCESSED, null, null),
                new WriteResult(account(0).value(), Fate.FAILED, null, "No"));
        var job = new WriteJobStatus(WriteJobStatus.State.ABORTED, 0, 0, null);

        var lines = Receipts.match(sent, results, job).lines();

        assertThat(lines)
                .extracting(line -> line.account() + " " + line.fate() + " " + line.code() + " " + line.message())
                .containsExactly(
                        account(0).value() + " FAILED REJECTED No",
                        account(1).value() + " null NO_RECEIPT The org gave no receipt for this row",
                        account(2).value() + " UNPROCESSED UNPROCESSED The org did not get to this row: the job ended"
                                + " as ABORTED");
        var failed = new WriteJobStatus(WriteJobStatus.State.FAILED, 0, 0, "Too much");
        assertThat(Receipts.match(sent, results, failed).lines().get(2).message())
                .endsWith("Too much");
        assertThat(Receipts.match(sent, results, null).lines().get(2).message()).endsWith("it said so");
        var written = List.of(new WriteResult(account(1).value(), Fate.WRITTEN, "x", "y"));
        assertThat(Receipts.match(sent, written, job).lines().get(1))
                .isEqualTo(new Receipts.Line(account(1).value(), Fate.WRITTEN, null, null));
    }

    private void hold(int number, String value) {
        String id = account(number).value();
        if (value.equals("gone")) {
            org.records.remove(id);
        } else {
            org.record(id).put(FIELD, value.equals("New") ? "New" : value);
        }
    }

    private static WriteIntent intent(int number, int attempts, WriteIntent.@Nullable Answer answer) {
        return new WriteIntent("r", account(number).value(), values("New"), values("Old"), attempts, answer);
    }

    private static FieldValues values(String territory) {
        var values = new TreeMap<String, @Nullable String>();
        values.put(FIELD, territory);
        return FieldValues.of(values);
    }
}
