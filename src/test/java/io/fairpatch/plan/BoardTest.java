package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.model.Progress;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.SalesforceId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hand on the board: what a choice does is seen at once, and the rest is planned again around it. */
class BoardTest {
    private static final SalesforceId SPANISH = SmallOrg.account(1);

    /** Four reps with ten accounts each, even to the cent; the first account wants Spanish, which rep 4 does not speak. */
    private static PlanInput even() {
        var org = new SmallOrg(60);
        for (int i = 1; i <= 4; i++) {
            org.rep(true, RampStage.RAMPED, i == 4 ? Set.of("en") : Set.of("en", "es"));
        }
        for (int i = 0; i < 40; i++) {
            org.account(10_000, 1 + i % 4, 0, false, i == 0 ? "es" : null);
        }
        return org.input();
    }

    private static Board laidOut(PlanInput input) {
        return Board.of(input, input.currentRep());
    }

    @Test
    @Tag("H5")
    @Tag("D22")
    void a_choice_shows_both_books_and_what_it_breaks() {
        Look look = laidOut(even()).pin(SPANISH, SmallOrg.rep(4));

        assertThat(look.before().feasible()).isTrue();
        assertThat(look.after().broken()).isEqualTo(1);
        assertThat(look.books()).extracting(Look.Side::rep).containsExactly(SmallOrg.rep(1), SmallOrg.rep(4));
        assertThat(look.books())
                .extracting(side -> side.after().potential() - side.before().potential())
                .containsExactly(-10_000_00L, 10_000_00L);
        assertThat(look.violations())
                .anyMatch(sentence -> sentence.equals("Rep 4 does not meet what Account 1 asks: language."))
                .anyMatch(sentence -> sentence.equals(
                        "Rep 1 is 1.0 % outside the band of potential (90,000, allowed 91,000 to 109,000)."));
    }

    @Test
    void what_is_outside_by_ever_so_little_is_not_outside_by_nothing() {
        var org = new SmallOrg(60).reps(2);
        for (int account = 0; account < 20; account++) {
            org.account(account == 0 ? 7_857 : 10_000, account < 10 ? 1 : 2, 0, false, null);
        }
        Look look = laidOut(org.input()).pin(SmallOrg.account(1), SmallOrg.rep(2));

        assertThat(look.violations()).hasSize(2).allSatisfy(told -> assertThat(told)
                .contains(" is less than 0.1 % outside the band of potential "));
    }

    @Test
    void the_rest_is_planned_around_all_choices() {
        Board board = laidOut(even());
        board.pin(SmallOrg.account(2), SmallOrg.rep(1));
        board.pin(SmallOrg.account(3), SmallOrg.rep(1));
        board.forbid(SPANISH, SmallOrg.rep(1));

        Look look = board.replan(1, Progress.NONE);

        assertThat(look.after().feasible()).as(look.violations().toString()).isTrue();
        assertThat(look.violations()).isEmpty();
        assertThat(board.reps())
                .containsEntry(SmallOrg.account(2), SmallOrg.rep(1))
                .containsEntry(SmallOrg.account(3), SmallOrg.rep(1));
        assertThat(board.reps().get(SPANISH)).isIn(SmallOrg.rep(2), SmallOrg.rep(3));
    }

    @Test
    void a_released_account_is_free_again() {
        Board board = laidOut(even());
        board.pin(SmallOrg.account(2), SmallOrg.rep(1));
        board.release(SmallOrg.account(2));

        assertThat(board.hands()).isEqualTo(Hands.NONE);
        assertThat(board.reps()).containsEntry(SmallOrg.account(2), SmallOrg.rep(1));
    }

    @Test
    void the_last_choice_for_an_account_and_a_rep_holds() {
        Board board = laidOut(even());
        board.forbid(SPANISH, SmallOrg.rep(2));
        board.pin(SPANISH, SmallOrg.rep(2));

        assertThat(board.hands().forbidden()).isEmpty();
        board.replan(1, Progress.NONE);
        assertThat(board.reps()).containsEntry(SPANISH, SmallOrg.rep(2));

        Board again = laidOut(even());
        again.all(board.hands());
        assertThat(again.reps()).containsEntry(SPANISH, SmallOrg.rep(2));

        board.forbid(SPANISH, SmallOrg.rep(2));
        assertThat(board.hands().pins()).isEmpty();
        assertThat(board.reps().get(SPANISH)).isNotEqualTo(SmallOrg.rep(2));
    }

    @Test
    void choices_that_contradict_are_refused() {
        assertThatThrownBy(() -> new Hands(Map.of(SPANISH, SmallOrg.rep(2)), Map.of(SPANISH, Set.of(SmallOrg.rep(2)))))
                .hasMessageContaining("FP5000")
                .hasMessageContaining(SPANISH + " contradict")
                .hasMessageContaining("Maybe take one of the two back");
    }

    @Test
    void an_account_is_not_kept_from_all_who_may_have_it() {
        Board board = laidOut(even());
        board.forbid(SPANISH, SmallOrg.rep(1));
        board.forbid(SPANISH, SmallOrg.rep(2));
        var before = board.hands();

        assertThatThrownBy(() -> board.forbid(SPANISH, SmallOrg.rep(3)))
                .hasMessageContaining("No rep would be left for the account " + SPANISH)
                .hasMessageContaining("only Rep 1, Rep 2 and Rep 3 may have it");
        assertThat(board.hands()).isEqualTo(before);
        assertThat(board.reps()).containsEntry(SPANISH, SmallOrg.rep(3));
    }

    @Test
    void what_is_not_in_the_plan_is_refused() {
        Board board = laidOut(even());

        assertThatThrownBy(() -> board.pin(SmallOrg.account(99), SmallOrg.rep(1)))
                .hasMessageContaining("FP5000")
                .hasMessageContaining("The account 001000000000099");
    }

    @Test
    void a_family_is_not_given_to_two_reps() {
        var org = new SmallOrg(60).reps(3);
        for (int i = 1; i <= 6; i++) {
            org.account(10_000, 1 + i % 3, i == 2 ? 1 : 0, false, null);
        }
        Board board = laidOut(org.input());
        board.pin(SmallOrg.account(1), SmallOrg.rep(1));

        assertThatThrownBy(() -> board.pin(SmallOrg.account(2), SmallOrg.rep(3)))
                .hasMessageContaining("A family can't go to two reps")
                .hasMessageContaining("Account 1");
        assertThatThrownBy(() -> board.forbid(SmallOrg.account(2), SmallOrg.rep(1)))
                .hasMessageContaining("A family can't be with a rep and away from the same rep")
                .hasMessageContaining("Account 1");
        assertThat(board.pin(SmallOrg.account(2), SmallOrg.rep(1)).violations()).isNotNull();
        assertThat(board.pin(SmallOrg.account(3), SmallOrg.rep(3)).books()).isNotEmpty();
    }
}
