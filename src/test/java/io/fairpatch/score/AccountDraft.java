package io.fairpatch.score;

import io.fairpatch.model.Account;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.TerritoryFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account of which a test says only what matters. */
final class AccountDraft {
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

    AccountDraft(int number) {
        id = id(number);
    }

    static SalesforceId id(int number) {
        return SalesforceId.of("001%012d".formatted(number));
    }

    AccountDraft type(String text) {
        type = text;
        return this;
    }

    AccountDraft industry(@Nullable String name) {
        industry = name;
        return this;
    }

    AccountDraft employees(@Nullable Integer count) {
        employees = count;
        return this;
    }

    AccountDraft companyRevenue(@Nullable Long money) {
        companyRevenue = money == null ? null : money * 100;
        return this;
    }

    AccountDraft spends(@Nullable Long money, @Nullable Long more) {
        current = money == null ? null : money * 100;
        expansion = more == null ? null : more * 100;
        return this;
    }

    AccountDraft intent(@Nullable Double points) {
        intent = points;
        return this;
    }

    AccountDraft growth(@Nullable Double share) {
        growth = share;
        return this;
    }

    AccountDraft contacts(int count) {
        contacts = count;
        return this;
    }

    AccountDraft strategic() {
        strategic = true;
        return this;
    }

    AccountDraft churnRisk(String word) {
        churnRisk = word;
        return this;
    }

    AccountDraft lastActivity(LocalDate day) {
        lastActivity = day;
        return this;
    }

    AccountDraft at(String country, String state) {
        this.country = country;
        this.state = state;
        return this;
    }

    Account account() {
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
