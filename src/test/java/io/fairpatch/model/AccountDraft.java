package io.fairpatch.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account of which a test says only what matters; nothing else is known of it. */
public final class AccountDraft {
    private final SalesforceId id;
    private String name;
    private @Nullable SalesforceId owner;
    private @Nullable SalesforceId parent;
    private @Nullable String type;
    private @Nullable String industry;
    private @Nullable Integer employees;
    private @Nullable Long companyRevenueCents;
    private @Nullable Long currentCents;
    private @Nullable Long expansionCents;
    private @Nullable String country;
    private @Nullable String state;
    private @Nullable String city;
    private @Nullable GeoPoint place;
    private @Nullable Double intent;
    private @Nullable Double growth;
    private boolean named;
    private boolean strategic;
    private @Nullable String churnRisk;
    private @Nullable String language;
    private int contacts;
    private @Nullable LocalDate lastActivity;
    private TerritoryFields territory = TerritoryFields.EMPTY;

    public AccountDraft(int number) {
        this(id(number));
    }

    public AccountDraft(SalesforceId id) {
        this.id = id;
        this.name = "Account " + id;
    }

    public static SalesforceId id(int number) {
        return SalesforceId.of("001%012d".formatted(number));
    }

    public AccountDraft name(String text) {
        name = text;
        return this;
    }

    public AccountDraft owner(@Nullable SalesforceId user) {
        owner = user;
        return this;
    }

    public AccountDraft parent(@Nullable SalesforceId account) {
        parent = account;
        return this;
    }

    public AccountDraft type(String text) {
        type = text;
        return this;
    }

    public AccountDraft industry(@Nullable String text) {
        industry = text;
        return this;
    }

    public AccountDraft employees(@Nullable Integer count) {
        employees = count;
        return this;
    }

    public AccountDraft companyRevenue(@Nullable Long money) {
        companyRevenueCents = cents(money);
        return this;
    }

    public AccountDraft spends(@Nullable Long money, @Nullable Long more) {
        currentCents = cents(money);
        expansionCents = cents(more);
        return this;
    }

    public AccountDraft at(String country, String state) {
        this.country = country;
        this.state = state;
        return this;
    }

    public AccountDraft city(String text) {
        city = text;
        return this;
    }

    public AccountDraft place(@Nullable GeoPoint point) {
        place = point;
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

    public AccountDraft named(boolean yes) {
        named = yes;
        return this;
    }

    public AccountDraft strategic(boolean yes) {
        strategic = yes;
        return this;
    }

    public AccountDraft churnRisk(String word) {
        churnRisk = word;
        return this;
    }

    public AccountDraft language(@Nullable String code) {
        language = code;
        return this;
    }

    public AccountDraft contacts(int count) {
        contacts = count;
        return this;
    }

    public AccountDraft lastActivity(@Nullable LocalDate day) {
        lastActivity = day;
        return this;
    }

    public AccountDraft territory(TerritoryFields fields) {
        territory = fields;
        return this;
    }

    public Account account() {
        return new Account(
                id,
                name,
                owner,
                parent,
                type,
                industry,
                employees,
                companyRevenueCents,
                currentCents,
                expansionCents,
                country,
                state,
                city,
                null,
                place,
                intent,
                growth,
                named,
                strategic,
                churnRisk,
                language,
                Set.of(),
                null,
                contacts,
                lastActivity,
                territory,
                Instant.EPOCH);
    }

    private static @Nullable Long cents(@Nullable Long money) {
        return money == null ? null : money * 100;
    }
}
