package io.fairpatch.web.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.Balance;
import io.fairpatch.review.ProposalSummary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final double EMPTY = Balance.LARGEST_SPREAD;

    @ParameterizedTest
    @CsvSource({
        "3.5, 1.2, 1.5, the fullest book falls from 3.5x to 1.20x the emptiest",
        "1.2, 1.2, 1.1, the fullest book stays at 1.20x the emptiest",
        EMPTY + ", 1.2, 5, the fullest book falls from over 999x to 1.20x the emptiest",
        EMPTY + ", 1.2, 0, 'no book holds anything yet, and the fullest comes to 1.20x the emptiest'",
        "1, 1, 0, the fullest book stays at 1.00x the emptiest",
    })
    void books_that_are_empty_are_told_as_empty_and_not_by_the_figure_that_stands_for_it(
            double before, double after, double largest, String said) {
        assertThat(Words.books(new ProposalSummary.Balance(before, after, largest, 1.1)))
                .isEqualTo(said);
    }
}
