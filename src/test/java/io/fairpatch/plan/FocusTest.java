package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.RampStage;
import io.fairpatch.model.SizeClass;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FocusTest {
    /** The richest third is complex; industries in turn, one of them far richer than the others. */
    private static final List<Focus.Target> BOOK = IntStream.rangeClosed(1, 30)
            .mapToObj(i -> new Focus.Target(
                    SmallOrg.account(i),
                    "Account " + i,
                    i <= 24 ? "Software" : i % 2 == 0 ? "Retail" : "Energy",
                    i <= 10 ? SizeClass.ENTERPRISE : SizeClass.SMB,
                    100_000L - i))
            .toList();

    @Test
    @Tag("C10")
    void who_ramps_goes_deep_in_three_rich_accounts_that_are_not_complex() {
        assertThat(Focus.of(RampStage.NEW, BOOK))
                .extracting(Focus.Target::name)
                .containsExactly("Account 11", "Account 12", "Account 13");
        assertThat(Focus.of(RampStage.RAMPING, BOOK.subList(0, 2))).hasSize(2);
    }

    @Test
    @Tag("C10")
    void the_others_have_twenty_of_all_industries() {
        var focus = Focus.of(RampStage.RAMPED, BOOK);

        assertThat(focus).hasSize(20).doesNotHaveDuplicates();
        assertThat(focus.subList(0, 3))
                .extracting(Focus.Target::industry)
                .containsExactlyInAnyOrder("Software", "Retail", "Energy");
        assertThat(focus)
                .filteredOn(target -> !target.industry().equals("Software"))
                .hasSize(6);
        assertThat(Focus.of(RampStage.SENIOR, List.of())).isEmpty();
    }
}
