package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All accounts with their scores.
 *
 * @param picture null as long as nothing was scored, as is {@code table}
 */
public record AccountsPage(
        Shell shell,
        String sentence,
        List<Fact> facts,
        @Nullable Histogram picture,
        @Nullable AccountTable table,
        Method method,
        List<ReportPage.Menu> menu) {
    public AccountsPage {
        facts = List.copyOf(facts);
        menu = List.copyOf(menu);
    }

    /** Before the first scoring. */
    public static AccountsPage empty(Shell shell, Method method, List<ReportPage.Menu> menu) {
        return new AccountsPage(shell, "No account is scored yet.", List.of(), null, null, method, menu);
    }
}
