package io.fairpatch.score;

import io.fairpatch.model.Account;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.TerritoryFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account of which a test says only what matters. */
public final class AccountDraft {
    private final SalesforceId id;
    private @Nullable String type;
    private @Nullable String industry = "Software";
    private @Nullable Integer employees = 400;
    private @Nullable Long companyRevenue;
    private @Nullable Long current;
    private @Nullable Long expansion;
    private @Nullable Double intent = 50.0;
    private @Nullable Double growth;
    private int contacts = 1;
    private boolean strategic;
    private @Nullable String churnRisk;
    private @Nullable LocalDate lastActivity;
    private String country = "United States";
    private String state = "TX";

    public AccountDraft(int number) {
        id = id(number);
    }

    public static SalesforceId id(int number) {
        return SalesforceId.of("001%012d".formatted(number));
    }

    public AccountDraft type(String text) {
        type = text;
        return this;
    }

    public AccountDraft industry(@Nullable String name) {
        industry = name;
        return this;
    }

    public AccountDraft employees(@Nullable Integer count) {
        employees = count;
        return this;
    }

    public AccountDraft companyRevenue(@Nullable Long money) {
        companyRevenue = money == null ? null : money * 100;
        return this;
    }

    public AccountDraft spends(@Nullable Long money, @Nullable Long more) {
        current = money == null ? null : money * 100;
        expansion = more == null ? null : more * 100;
        return this;
    }

    public AccountDraft intent(@Nullable Double points) {
        intent = points;
        return this;
    }

    public AccountDraft growth(@Nullable Double share) {
        growth = share;
        return this;
    }

    public AccountDraft contacts(int count) {
        contacts = count;
        return this;
    }

    public AccountDraft strategic() {
        strategic = true;
        return this;
    }

    public AccountDraft churnRisk(String word) {
        churnRisk = word;
        return this;
    }

    public AccountDraft lastActivity(LocalDate day) {
        lastActivity = day;
        return this;
    }

    public AccountDraft at(String country, String state) {
        this.country = country;
        this.state = state;
        return this;
    }

    public Account account() {
        return new Account(
                id,
                "Account " + id,
                null,
                null,
                type,
                industry,
                employees,
                companyRevenue,
                current,
                expansion,
                country,
                state,
                "Dallas",
                "75201",
                null,
                intent,
                growth,
                false,
                strategic,
                churnRisk,
                null,
                Set.of(),
                null,
                contacts,
                lastActivity,
                TerritoryFields.EMPTY,
                Instant.EPOCH);
    }
}
