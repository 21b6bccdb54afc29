package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.ORG;
import static io.fairpatch.review.SampleProposal.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.review.ProposalState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rows that the org refused, by cause, each with the way to mend it; and their retry. */
class CausesTest {
    private static final int ACCOUNTS = 60;
    /** A code of each of the five, and what its advice must speak of. */
    private static final Map<String, String> CODES = Map.of(
            "FIELD_CUSTOM_VALIDATION_EXCEPTION", "validation rule",
            "DUPLICATES_DETECTED", "duplicate rule",
            "UNABLE_TO_LOCK_ROW", "held the records",
            "INSUFFICIENT_ACCESS_OR_READONLY", "lacks a right",
            "INACTIVE_OWNER_OR_USER", "not active");

    private final CommitBench bench = new CommitBench(ACCOUNTS);
    private final MemoryOrg org = MemoryOrg.withAccounts(ACCOUNTS);

    @Test
    void refusals_are_grouped_by_cause_with_the_way_to_mend_each_and_only_they_are_retried() {
        int number = 0;
        for (String code : CODES.keySet().stream().sorted().toList()) {
            for (int i = 0; i <= number % 5; i++) {
                org.refusals.put(account(number * 5 + i).value(), code);
            }
            number++;
        }

        CommitRun run = bench.commit(org);

        List<Cause> causes = bench.queries.causes(ORG, run.id());
        assertThat(causes).extracting(Cause::code).containsExactlyInAnyOrderElementsOf(CODES.keySet());
        for (Cause cause : causes) {
            assertThat(cause.state()).isEqualTo(IntentState.REJECTED);
            assertThat(cause.mend()).contains(Objects.requireNonNull(CODES.get(cause.code())));
            assertThat(cause.example()).contains(cause.code());
            assertThat((long) cause.rows())
                    .isEqualTo(org.refusals.values().stream()
                            .filter(cause.code()::equals)
                            .count());
        }
        assertThat(causes).extracting(Cause::rows).isSortedAccordingTo((one, other) -> other - one);

        var refused = new HashSet<>(org.refusals.keySet());
        int seen = org.log.size();
        org.refusals.clear();
        bench.commit(org);

        assertThat(org.log.subList(seen, org.log.size()))
                .hasSize(refused.size() * 7)
                .allMatch(line -> refused.contains(line.split(" ")[0]));
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
    }

    @Test
    void every_other_cause_of_ours_says_what_to_do_as_well() {
        var usual = Cause.mend("SOMETHING_NEW");
        for (String code : List.of(
                "DRIFT",
                "ALTERED",
                "ALREADY_SO",
                "STOPPED",
                "TRIED_OFTEN",
                "NO_RECEIPT",
                "RECORD_GONE",
                "UNWRITABLE")) {
            assertThat(Cause.mend(code)).as(code).isNotBlank().isNotEqualTo(usual);
        }
    }
}
