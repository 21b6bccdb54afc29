package io.fairpatch.insight;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountDraft;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.TerritoryFields;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An account of {@link SmallLand}: a customer of 100,000 a year that cannot grow, unless a test says otherwise. */
public final class AccountOf {
    private final AccountDraft draft;

    public AccountOf(int number) {
        draft = new AccountDraft(number)
                .name("Account " + number)
                .industry("Software")
                .employees(400)
                .spends(100_000L, 0L)
                .at("United States", "TX")
                .city("Dallas")
                .intent(50.0)
                .contacts(1);
    }

    public static SalesforceId id(int number) {
        return AccountDraft.id(number);
    }

    public AccountOf ownedBy(int rep) {
        draft.owner(SmallLand.rep(rep));
        return this;
    }

    public AccountOf in(String name, int rep, @Nullable LocalDate since) {
        draft.territory(new TerritoryFields(name, SmallLand.rep(rep), since, null, null, null, null));
        return this;
    }

    public AccountOf touched(@Nullable LocalDate day) {
        draft.lastActivity(day);
        return this;
    }

    public AccountOf spends(long money, long more) {
        draft.spends(money, more);
        return this;
    }

    public AccountOf revenue(long money) {
        draft.companyRevenue(money);
        return this;
    }

    public AccountOf growth(double share) {
        draft.growth(share);
        return this;
    }

    public AccountOf industry(String name) {
        draft.industry(name);
        return this;
    }

    public AccountOf strategic() {
        draft.strategic(true);
        return this;
    }

    public AccountOf at(double latitude, double longitude) {
        draft.place(new GeoPoint(latitude, longitude));
        return this;
    }

    public Account account() {
        return draft.account();
    }
}
