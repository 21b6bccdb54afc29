package io.fairpatch.insight.make;

import static io.fairpatch.insight.SmallLand.cell;
import static io.fairpatch.insight.SmallLand.make;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.insight.AccountOf;
import io.fairpatch.insight.SmallLand;
import io.fairpatch.insight.report.Report;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RampTest {
    private static final long ENTERPRISE = 20_000_000;
    private static final long SMB = 500_000;
    private static final String NORA = SmallLand.rep(1).value();

    /** A new rep with three accounts beside a ramped one with five. */
    private static SmallLand land(long revenue, long spend) {
        var land = new SmallLand().rep(1, "Nora", null, "SMB AE", "new").rep(2, "Otto", null, "SMB AE", "ramped");
        for (int i = 1; i <= 3; i++) {
            land.account(new AccountOf(i).ownedBy(1).revenue(revenue).spends(spend, 0));
        }
        for (int i = 4; i <= 8; i++) {
            land.account(new AccountOf(i)
                    .ownedBy(2)
                    .revenue(i == 4 ? ENTERPRISE : SMB)
                    .spends(100_000, 0));
        }
        return land;
    }

    private static Report report(long revenue, long spend) {
        return make(new RampReport(), land(revenue, spend).build());
    }

    @Test
    @Tag("C10")
    @Tag("C11")
    @Tag("C12")
    void few_rich_simple_accounts_are_a_book_to_learn_on() {
        Report report = report(SMB, 120_000);

        assertThat(cell(report, NORA, "verdict")).isEqualTo("to learn on");
        assertThat(cell(report, NORA, "complex")).isEqualTo(0.0);
        assertThat(report.sentence()).isEqualTo("1 of 1 rep who ramps has a book to learn on.");
        assertThat(report.tables().get(1).rows().get(0).cells().get(3).text())
                .isEqualTo("Account 1, Account 2, Account 3");
    }

    @Test
    @Tag("C11")
    void large_companies_are_too_complex_to_learn_on() {
        assertThat(cell(report(ENTERPRISE, 120_000), NORA, "verdict")).isEqualTo("more complex than the others");
    }

    @Test
    @Tag("C12")
    void poor_accounts_or_many_are_not_what_a_new_hire_gets() {
        assertThat(cell(report(SMB, 90_000), NORA, "verdict")).isEqualTo("poorer accounts than the others");
        var many = land(SMB, 120_000);
        for (int i = 9; i <= 10; i++) {
            many.account(new AccountOf(i).ownedBy(1).revenue(SMB).spends(120_000, 0));
        }
        assertThat(cell(make(new RampReport(), many.build()), NORA, "verdict"))
                .isEqualTo("as many accounts as the others");
    }

    @Test
    @Tag("C11")
    void what_takes_longer_to_win_is_not_to_learn_on() {
        var team = new BookKind(5, 100, 0.2, 60);

        assertThat(new BookKind(3, 100, 0.2, 60).verdict(team)).isEmpty();
        assertThat(new BookKind(3, 100, 0.2, 61).verdict(team)).isEqualTo("longer cycle than the others");
        assertThat(new BookKind(0, Double.NaN, Double.NaN, Double.NaN).verdict(team))
                .isEqualTo("no accounts");
    }
}
