package io.fairpatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.SalesforceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Which moves wait: families together, what grows least first, about as many in each phase. */
@Tag("H15")
class PhaseSplitTest {
    private static final int FAMILY = 5;

    @Property(tries = 200)
    void every_move_has_one_phase_with_its_family_and_phases_are_even(
            @ForAll @IntRange(min = 1, max = 120) int count,
            @ForAll @IntRange(min = 2, max = 12) int phases,
            @ForAll boolean tenuredOnly,
            @ForAll PhasePlan.Order order,
            @ForAll long seed) {
        List<PhaseSplit.Move> moves = moves(count, new Random(seed));
        List<List<SalesforceId>> split = new PhaseSplit(moves).by(new PhasePlan(order, phases, 30, tenuredOnly));

        assertThat(split).hasSize(phases);
        var placed = split.stream().flatMap(List::stream).toList();
        assertThat(placed).doesNotHaveDuplicates();
        assertThat(moves)
                .filteredOn(move -> !tenuredOnly || family(move, moves).stream().anyMatch(PhaseSplit.Move::tenured))
                .extracting(PhaseSplit.Move::account)
                .containsExactlyInAnyOrderElementsOf(placed);
        for (List<SalesforceId> phase : split) {
            assertThat(new HashSet<>(phase)).containsAll(new PhaseSplit(moves).whole(phase));
            assertThat(phase.size()).isLessThanOrEqualTo(placed.size() / phases + 1 + FAMILY);
        }
    }

    @Property(tries = 50)
    void what_grows_least_goes_first(@ForAll long seed) {
        List<PhaseSplit.Move> moves = moves(60, new Random(seed));
        var split = new PhaseSplit(moves).by(new PhasePlan(PhasePlan.Order.LOW_GROWTH, 3, 30, false));

        for (int phase = 1; phase < split.size(); phase++) {
            assertThat(slowest(split.get(phase), moves)).isGreaterThanOrEqualTo(fastest(split.get(phase - 1), moves));
        }
    }

    private static double fastest(List<SalesforceId> phase, List<PhaseSplit.Move> moves) {
        return growths(phase, moves).stream().mapToDouble(g -> g).max().orElse(-1);
    }

    private static double slowest(List<SalesforceId> phase, List<PhaseSplit.Move> moves) {
        return growths(phase, moves).stream().mapToDouble(g -> g).min().orElse(1);
    }

    /** A family goes by the member that grows most. */
    private static List<Double> growths(List<SalesforceId> phase, List<PhaseSplit.Move> moves) {
        return moves.stream()
                .filter(move -> phase.contains(move.account()))
                .map(move -> family(move, moves).stream()
                        .mapToDouble(PhaseSplit.Move::growth)
                        .max()
                        .orElse(0))
                .toList();
    }

    private static List<PhaseSplit.Move> family(PhaseSplit.Move move, List<PhaseSplit.Move> moves) {
        SalesforceId top = move.parent() == null ? move.account() : move.parent();
        return moves.stream()
                .filter(other -> other.account().equals(top) || top.equals(other.parent()))
                .toList();
    }

    /** Every fifth account is a parent of those after it, or of none. */
    private static List<PhaseSplit.Move> moves(int count, Random random) {
        var moves = new ArrayList<PhaseSplit.Move>();
        for (int i = 0; i < count; i++) {
            boolean child = i % FAMILY != 0 && random.nextInt(3) == 0;
            moves.add(new PhaseSplit.Move(
                    SampleProposal.account(i),
                    child ? SampleProposal.account(i - i % FAMILY) : null,
                    random.nextInt(1_000),
                    random.nextInt(20) / 20.0,
                    random.nextInt(4) == 0));
        }
        return moves;
    }
}
