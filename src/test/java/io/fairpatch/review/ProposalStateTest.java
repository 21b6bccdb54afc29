package io.fairpatch.review;

import static io.fairpatch.review.ProposalState.APPROVED;
import static io.fairpatch.review.ProposalState.COMMITTED;
import static io.fairpatch.review.ProposalState.COMMITTING;
import static io.fairpatch.review.ProposalState.DRAFT;
import static io.fairpatch.review.ProposalState.FAILED;
import static io.fairpatch.review.ProposalState.IN_REVIEW;
import static io.fairpatch.review.ProposalState.PARTLY_COMMITTED;
import static io.fairpatch.review.ProposalState.STALE;
import static io.fairpatch.review.ProposalState.UNDONE;
import static io.fairpatch.review.ProposalState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProposalStateTest {
    @Test
    void a_proposal_goes_only_where_the_design_says() {
        var table = Map.of(
                DRAFT, Set.of(IN_REVIEW, STALE, WITHDRAWN),
                IN_REVIEW, Set.of(APPROVED, DRAFT, STALE, WITHDRAWN),
                APPROVED, Set.of(COMMITTING, DRAFT, STALE, WITHDRAWN),
                COMMITTING, Set.of(COMMITTED, PARTLY_COMMITTED, FAILED),
                COMMITTED, Set.of(UNDONE),
                PARTLY_COMMITTED, Set.of(COMMITTING, UNDONE),
                FAILED, Set.of(COMMITTING),
                UNDONE, Set.of(),
                STALE, Set.of(),
                WITHDRAWN, Set.of());
        for (ProposalState from : ProposalState.values()) {
            var reachable = Arrays.stream(ProposalState.values())
                    .filter(from::mayBecome)
                    .collect(Collectors.toSet());
            assertThat(reachable).as("from " + from).isEqualTo(table.get(from));
        }
    }
}
