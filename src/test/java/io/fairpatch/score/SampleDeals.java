package io.fairpatch.score;

import io.fairpatch.model.AccountDraft;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Accounts and closed deals of which a test says only what matters. */
public final class SampleDeals {
    static final LocalDate END = LocalDate.of(2026, 3, 31);

    private SampleDeals() {}

    /** A software company of 400 people in Dallas: one contact, neutral intent, no revenue of which we know. */
    public static AccountDraft prospect(int number) {
        return new AccountDraft(number)
                .industry("Software")
                .employees(400)
                .at("United States", "TX")
                .city("Dallas")
                .intent(50.0)
                .contacts(1);
    }

    static List<Opportunity> deals(int account, int won, int lost, long amount) {
        var deals = new ArrayList<Opportunity>();
        for (int i = 0; i < won + lost; i++) {
            deals.add(deal(account, i < won, END.minusMonths(18), amount));
        }
        return deals;
    }

    static Opportunity deal(int account, boolean won, LocalDate close, long amount) {
        return new Opportunity(
                SalesforceId.of("006%012d".formatted(account)),
                AccountDraft.id(account),
                null,
                won ? "Closed Won" : "Closed Lost",
                amount * 100,
                close,
                null,
                true,
                won);
    }
}
