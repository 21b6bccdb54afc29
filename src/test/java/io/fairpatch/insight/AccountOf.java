package io.fairpatch.insight;

import io.fairpatch.model.Account;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.TerritoryFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account of which a test says only what matters: a customer of 100,000 a year that cannot grow. */
public final class AccountOf {
    private final int number;
    private @Nullable SalesforceId owner;
    private @Nullable String territory;
    private @Nullable SalesforceId territoryRep;
    private @Nullable LocalDate assigned;
    private @Nullable LocalDate lastActivity;
    private Long current = 100_000_00L;
    private Long expansion = 0L;
    private @Nullable Long companyRevenue;
    private @Nullable Double growth;
    private String industry = "Software";
    private boolean strategic;
    private @Nullable GeoPoint place;

    public AccountOf(int number) {
        this.number = number;
    }

    public static SalesforceId id(int number) {
        return SalesforceId.of("001%012d".formatted(number));
    }

    public AccountOf ownedBy(int rep) {
        owner = SmallLand.rep(rep);
        return this;
    }

    public AccountOf in(String name, int rep, @Nullable LocalDate since) {
        territory = name;
        territoryRep = SmallLand.rep(rep);
        assigned = since;
        return this;
    }

    public AccountOf touched(@Nullable LocalDate day) {
        lastActivity = day;
        return this;
    }

    public AccountOf spends(long money, long more) {
        current = money * 100;
        expansion = more * 100;
        return this;
    }

    public AccountOf revenue(long money) {
        companyRevenue = money * 100;
        return this;
    }

    public AccountOf growth(double share) {
        growth = share;
        return this;
    }

    public AccountOf industry(String name) {
        industry = name;
        return this;
    }

    public AccountOf strategic() {
        strategic = true;
        return this;
    }

    public AccountOf at(double latitude, double longitude) {
        place = new GeoPoint(latitude, longitude);
        return this;
    }

    public Account account() {
        return new Account(
                id(number),
                "Account " + number,
                owner,
                null,
                null,
                industry,
                400,
                companyRevenue,
                current,
                expansion,
                "United States",
                "TX",
                "Dallas",
                null,
                place,
                50.0,
                growth,
                false,
                strategic,
                null,
                null,
                Set.of(),
                null,
                1,
                lastActivity,
                new TerritoryFields(territory, territoryRep, assigned, null, null, null, null),
                Instant.EPOCH);
    }
}
