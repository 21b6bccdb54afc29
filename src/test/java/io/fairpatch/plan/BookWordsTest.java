package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BookWordsTest {
    private final Prepared prepared =
            new ProblemBuilder(SmallOrg.random(3, 60, 4, 20).input(), new ArrayList<>()).build();

    /** All of full reps but the last, who ramps. */
    private BookWords words(Book.Load before, Book.Load after) {
        var even = new Book.Load(20, 100_000, 500, 5, 10, 5, 8);
        int seats = prepared.roster().size();
        return new BookWords(
                prepared,
                IntStream.range(0, seats)
                        .mapToObj(seat -> new Book(
                                prepared.roster().rep(seat).id(),
                                "Territory " + seat,
                                seat == seats - 1 ? 0.5 : 1,
                                seat == seats - 1 ? 50_000 : 100_000,
                                seat == 0 ? before : even,
                                seat == 0 ? after : even,
                                ""))
                        .toList());
    }

    private Shift shift(int to) {
        Unit unit = prepared.problem().units().get(0);
        return new Shift(
                prepared.members().get(0).get(0), unit, prepared.roster().rep(0).id(), 0, to);
    }

    private static Book.Load load(int accounts, long potential, double hours) {
        return new Book.Load(accounts, potential, hours, accounts, 0, 0, 0);
    }

    @Test
    void a_book_that_was_the_fuller_one_gives_for_how_it_stood_before() {
        var words = words(load(30, 130_000, 700), load(22, 109_000, 550));

        assertThat(words.balance(shift(1), 0)).contains("Rep 1 was 30 % over target, Rep 2 was on target;");
        assertThat(words.workload(shift(1), 0))
                .isEqualTo("Workload: Rep 1 had 700 hours of work, Rep 2 500 hours of work.");
    }

    @Test
    void one_that_the_plan_fills_gives_for_how_it_stands_in_the_plan() {
        var words = words(load(12, 80_000, 400), load(22, 109_000, 550));

        assertThat(words.balance(shift(1), 0)).contains("in this plan Rep 1 is 9 % over target, Rep 2 is on target;");
        assertThat(words.workload(shift(1), 0))
                .isEqualTo("Workload: in this plan Rep 1 has 550 hours of work, Rep 2 500 hours of work.");
    }

    @Test
    void hours_and_accounts_of_who_ramps_stand_with_the_capacity() {
        int last = prepared.roster().size() - 1;
        var words = words(load(12, 130_000, 700), load(11, 109_000, 550));

        assertThat(words.workload(shift(last), 0)).endsWith("500 hours of work at 50 % capacity.");
        assertThat(words.capacity(shift(last), 0)).contains("20 accounts at 50 % capacity");
    }

    @Test
    void a_full_book_names_its_cap() {
        var caps = prepared.problem().seats().get(0).caps();
        var words = words(load(caps.total() + 7, 130_000, 700), load(caps.total(), 109_000, 550));

        assertThat(words.capacity(shift(1), 0))
                .isEqualTo("Capacity: Rep 1 may have %d accounts and this plan fills them (%d before); Rep 2 has room."
                        .formatted(caps.total(), caps.total() + 7));
    }
}
