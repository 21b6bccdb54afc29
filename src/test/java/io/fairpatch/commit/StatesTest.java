package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** The tables of states besides that of intents. */
class StatesTest {
    @Test
    void a_batch_goes_only_where_the_design_says() {
        holds(
                BatchState.class,
                BatchState::mayBecome,
                Map.of(
                        BatchState.SENT, Set.of(BatchState.COMPLETING, BatchState.DONE),
                        BatchState.COMPLETING, Set.of(BatchState.COMPLETED, BatchState.DONE),
                        BatchState.COMPLETED, Set.of(BatchState.RECEIVED, BatchState.DONE),
                        BatchState.RECEIVED, Set.of(BatchState.DONE),
                        BatchState.DONE, Set.of()));
    }

    @Test
    void a_run_ends_once() {
        holds(
                RunState.class,
                RunState::mayBecome,
                Map.of(
                        RunState.RUNNING, Set.of(RunState.FINISHED, RunState.STOPPED, RunState.FAILED),
                        RunState.FINISHED, Set.of(),
                        RunState.STOPPED, Set.of(),
                        RunState.FAILED, Set.of()));
    }

    @Test
    void a_link_is_settled_once() {
        holds(
                LinkState.class,
                LinkState::mayBecome,
                Map.of(
                        LinkState.PLANNED, Set.of(LinkState.DONE, LinkState.REJECTED, LinkState.LEFT),
                        LinkState.DONE, Set.of(),
                        LinkState.REJECTED, Set.of(),
                        LinkState.LEFT, Set.of()));
    }

    private static <S extends Enum<S>> void holds(Class<S> states, BiPredicate<S, S> may, Map<S, Set<S>> table) {
        for (S from : states.getEnumConstants()) {
            var reachable = EnumSet.noneOf(states);
            Arrays.stream(states.getEnumConstants())
                    .filter(to -> may.test(from, to))
                    .forEach(reachable::add);
            assertThat(reachable).as("from " + from).isEqualTo(table.get(from));
        }
    }
}
