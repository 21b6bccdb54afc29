package io.fairpatch.plan;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.geo.Gazetteer;
import io.fairpatch.model.Account;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.TerritoryFields;
import io.fairpatch.sandbox.data.OrgTable;
import io.fairpatch.sandbox.data.generate.GeneratorConfig;
import io.fairpatch.sandbox.data.generate.OrgGenerator;
import io.fairpatch.score.Scorer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The generated practice org as the planner's input, without a sync in between. */
public final class DemoOrg {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final Map<String, SalesforceId> ids = new HashMap<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Opportunity> deals = new ArrayList<>();
    private final List<Rep> reps = new ArrayList<>();
    private final Map<SalesforceId, SalesforceId> currentRep = new HashMap<>();

    private record Row(Map<String, Integer> columns, String[] values) {
        @Nullable
        String text(String column) {
            String value = values[Objects.requireNonNull(columns.get(column), column)];
            return value == null || value.isEmpty() ? null : value;
        }

        String must(String column) {
            return Objects.requireNonNull(text(column), column);
        }

        @Nullable
        Double number(String column) {
            String value = text(column);
            return value == null ? null : Double.valueOf(value);
        }

        @Nullable
        Long cents(String column) {
            Double value = number(column);
            return value == null ? null : Math.round(value * 100);
        }

        Set<String> set(String column) {
            String value = text(column);
            return value == null ? Set.of() : Set.of(value.split(";", -1));
        }

        boolean flag(String column) {
            return "true".equals(text(column));
        }
    }

    /** @param steps moves the search may try, null for the default */
    static PlanInput input(int accounts, int reps, long seed, @Nullable Integer steps) {
        PlanningConfig shipped = ConfigLoader.shipped(ConfigPart.PLANNING);
        var org = new DemoOrg();
        for (OrgTable table : new OrgGenerator()
                .generate(new GeneratorConfig(accounts, reps, seed, TODAY))
                .tables()) {
            org.read(table);
        }
        var scores = new Scorer(ConfigLoader.shipped(ConfigPart.SCORING)).score(org.accounts, org.deals, TODAY);
        return new PlanInput(
                org.accounts,
                scores.scores(),
                org.reps,
                org.currentRep,
                Map.of(),
                shipped.withSteps(steps),
                ConfigLoader.shipped(ConfigPart.COVERAGE),
                TODAY,
                seed);
    }

    private void read(OrgTable table) {
        var columns = new HashMap<String, Integer>();
        table.columns().forEach(column -> columns.put(column, columns.size()));
        for (String[] values : table.rows()) {
            var row = new Row(columns, values);
            switch (table.object()) {
                case "User" -> user(row);
                case "Account" -> account(row);
                case "Opportunity" -> deal(row);
                default -> {
                    return;
                }
            }
        }
    }

    private @Nullable SalesforceId lookup(@Nullable String text, String prefix) {
        return text == null ? null : id(text, prefix);
    }

    private SalesforceId id(String text, String prefix) {
        return ids.computeIfAbsent(
                text, key -> SalesforceId.of(prefix + String.format(Locale.ROOT, "%012d", ids.size())));
    }

    private void user(Row row) {
        if (row.text("Ramp_Stage__c") == null) {
            return;
        }
        reps.add(new Rep(
                id(row.must("Id"), "005"),
                row.must("Name"),
                row.text("Email"),
                lookup(row.text("ManagerId"), "005"),
                row.flag("IsActive"),
                row.text("Sales_Role__c"),
                RampStage.valueOf(row.must("Ramp_Stage__c").toUpperCase(Locale.ROOT)),
                row.set("Languages__c"),
                row.set("Clearances__c"),
                home(row)));
    }

    private static @Nullable GeoPoint home(Row row) {
        return postalPlace(row.text("Home_Postal_Code__c"));
    }

    private static @Nullable GeoPoint postalPlace(@Nullable String code) {
        return code == null
                ? null
                : Gazetteer.get()
                        .postalCode(null, code)
                        .map(place -> new GeoPoint(place.latitude(), place.longitude()))
                        .orElse(null);
    }

    private void account(Row row) {
        Double employees = row.number("NumberOfEmployees");
        Double latitude = row.number("BillingLatitude");
        GeoPoint place = latitude == null
                ? postalPlace(row.text("BillingPostalCode"))
                : new GeoPoint(latitude, Double.parseDouble(row.must("BillingLongitude")));
        var account = new Account(
                id(row.must("Id"), "001"),
                row.must("Name"),
                lookup(row.text("OwnerId"), "005"),
                lookup(row.text("ParentId"), "001"),
                row.text("Type"),
                row.text("Industry"),
                employees == null ? null : employees.intValue(),
                row.cents("AnnualRevenue"),
                row.cents("Annual_Spend__c"),
                row.cents("Expansion_Potential__c"),
                row.text("BillingCountry"),
                row.text("BillingState"),
                row.text("BillingCity"),
                row.text("BillingPostalCode"),
                place,
                row.number("Intent_Score__c"),
                row.number("Headcount_Growth__c"),
                row.flag("Named_Account__c"),
                row.flag("Strategic__c"),
                row.text("Churn_Risk__c"),
                row.text("Language__c"),
                row.set("Compliance__c"),
                row.text("Website"),
                1,
                row.text("LastActivityDate") == null ? null : LocalDate.parse(row.must("LastActivityDate")),
                TerritoryFields.EMPTY,
                Instant.EPOCH);
        accounts.add(account);
        if (account.ownerId() != null) {
            currentRep.put(account.id(), account.ownerId());
        }
    }

    private void deal(Row row) {
        deals.add(new Opportunity(
                id(row.must("Id"), "006"),
                lookup(row.text("AccountId"), "001"),
                lookup(row.text("OwnerId"), "005"),
                row.must("StageName"),
                row.cents("Amount"),
                LocalDate.parse(row.must("CloseDate")),
                null,
                row.flag("IsClosed"),
                row.flag("IsWon")));
    }
}
