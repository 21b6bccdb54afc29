package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.RampStage;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.SizeClass;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which books are held to be books to learn on, and to what. */
@Tag("C11")
class MixRulesTest {
    /** Two full reps and one who has half a target, at most fifteen accounts; so many of them have a hundred in turn. */
    private static PlanInput org(int holders) {
        var org = new SmallOrg(60).reps(2).rep(true, RampStage.RAMPING, Set.of());
        for (int i = 0; i < 100; i++) {
            org.account(50_000, 1 + i % holders, 0, false, null);
        }
        return org.input();
    }

    private static SizeClass size(PlanInput input, SalesforceId account) {
        return Objects.requireNonNull(input.scores().get(account)).profile().size();
    }

    private static List<Seat> seats(PlanInput input) {
        return new ProblemBuilder(input, new ArrayList<>()).build().problem().seats();
    }

    @Test
    void who_ramps_is_held_below_the_mean_of_all() {
        // of five accounts in a row two are enterprise, two mid-market and one SMB: means of 0.4 and of 1.2 steps
        List<Seat> seats = seats(org(2));

        var learner = seats.get(2).mix();
        int accounts = learner.low()[Count.ACCOUNTS.ordinal()];
        assertThat(accounts)
                .as("a fifth of 100, as the raised cap has it")
                .isEqualTo(seats.get(2).caps().total());
        assertThat(learner.high()[Count.COMPLEX.ordinal()]).isEqualTo((int) Math.ceil(0.4 * accounts) - 1);
        assertThat(learner.high()[Count.SIZE.ordinal()]).isEqualTo((int) Math.ceil(1.2 * accounts) - 1);
        assertThat(learner.cents()[Count.SIZE.ordinal()]).isEqualTo(3_000_000);
        assertThat(seats.subList(0, 2)).allSatisfy(seat -> {
            assertThat(seat.mix().isOpen(Count.COMPLEX)).isTrue();
            assertThat(seat.mix().isOpen(Count.SIZE)).isTrue();
            assertThat(seat.mix().isOpen(Count.ACCOUNTS)).isTrue();
        });
    }

    @Test
    void where_all_accounts_are_alike_none_is_too_large() {
        PlanInput all = org(2);
        var alike = all.accounts().stream()
                .filter(account -> size(all, account.id()) == size(all, SmallOrg.account(1)))
                .toList();
        var input = new PlanInput(
                alike,
                all.scores(),
                all.reps(),
                Map.of(),
                Map.of(),
                all.planning(),
                all.coverage(),
                all.today(),
                all.seed());

        var learner = seats(input).get(2).mix();

        assertThat(learner.isOpen(Count.COMPLEX)).isTrue();
        assertThat(learner.isOpen(Count.SIZE)).isTrue();
    }

    @Test
    void a_protected_book_is_left_as_it_is() {
        PlanInput input = org(3);
        Set<SalesforceId> shielded = Set.of(SmallOrg.rep(3));

        var learner =
                seats(input.with(input.levers().protecting(shielded))).get(2).mix();

        assertThat(learner.isOpen(Count.SIZE)).isTrue();
    }
}
