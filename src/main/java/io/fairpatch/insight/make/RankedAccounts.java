package io.fairpatch.insight.make;

import io.fairpatch.insight.AccountFilter;
import io.fairpatch.insight.AccountList;
import io.fairpatch.insight.AccountRow;
import io.fairpatch.insight.AccountSort;
import io.fairpatch.insight.ScoreScale;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.util.List;

/** The ranked list of accounts as a table, to print and to export. Callers check the right to see. Thread-safe. */
@Singleton
public final class RankedAccounts {
    private static final List<Column> COLUMNS = List.of(
            Column.text("account", "Account"),
            Column.text("id", "Account ID"),
            Column.text("kind", "Kind"),
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.text("owner", "Owner"),
            Column.of("score", "Score", Unit.NUMBER, "0 to 100"),
            Column.of("ofTen", "Score of ten", Unit.COUNT, "1 to 10, ten points a step"),
            Column.text("tier", "Tier"),
            Column.text("grade", "Grade"),
            Column.of("potential", "Potential a year", Unit.MONEY),
            Column.text("why", "Main reason"));

    private final AccountList accounts;

    public RankedAccounts(AccountList accounts) {
        this.accounts = accounts;
    }

    /**
     * The accounts that match, of the last scoring.
     *
     * @param most rows at most; all with {@link Integer#MAX_VALUE}
     */
    public Table table(SalesforceId org, AccountFilter filter, AccountSort sort, int most) {
        var rows = accounts.first(org, filter, sort, most).stream()
                .map(RankedAccounts::row)
                .toList();
        return new Table("Accounts", COLUMNS, rows).orSay("No account matches.");
    }

    private static Row row(AccountRow account) {
        return Row.of(
                account.id().value(),
                account.name(),
                account.id().value(),
                account.customer() ? "customer" : "prospect",
                account.territory(),
                account.rep(),
                account.owner(),
                account.score(),
                ScoreScale.ten(account.score()),
                Integer.toString(account.tier().ordinal() + 1),
                account.grade(),
                account.potentialCents(),
                account.mainReason());
    }
}
