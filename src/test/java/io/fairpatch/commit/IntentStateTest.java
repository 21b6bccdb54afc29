package io.fairpatch.commit;

import static io.fairpatch.commit.IntentState.CANCELLED;
import static io.fairpatch.commit.IntentState.CONFIRMED;
import static io.fairpatch.commit.IntentState.DRIFTED;
import static io.fairpatch.commit.IntentState.GUARDED;
import static io.fairpatch.commit.IntentState.PLANNED;
import static io.fairpatch.commit.IntentState.REJECTED;
import static io.fairpatch.commit.IntentState.SENT;
import static io.fairpatch.commit.IntentState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IntentStateTest {
    @Test
    void an_intent_goes_only_where_the_design_says() {
        var table = Map.of(
                PLANNED, Set.of(GUARDED, DRIFTED, CANCELLED),
                GUARDED, Set.of(SENT, PLANNED, CANCELLED),
                SENT, Set.of(CONFIRMED, REJECTED, UNKNOWN, PLANNED),
                UNKNOWN, Set.of(CONFIRMED, PLANNED, DRIFTED),
                DRIFTED, Set.of(),
                CANCELLED, Set.of(),
                CONFIRMED, Set.of(),
                REJECTED, Set.of());
        for (IntentState from : IntentState.values()) {
            var reachable =
                    Arrays.stream(IntentState.values()).filter(from::mayBecome).collect(Collectors.toSet());
            assertThat(reachable).as("from " + from).isEqualTo(table.get(from));
        }
    }
}
