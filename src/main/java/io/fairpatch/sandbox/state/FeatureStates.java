package io.fairpatch.sandbox.state;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.SetupRows;
import io.fairpatch.sandbox.org.ValueParser;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** States in which features of the org are on or off. */
final class FeatureStates {
    private static final List<String> WITH_CURRENCY =
            List.of("Account", "Contact", "Opportunity", "User", "ForecastingQuota", "Product2", "OpportunityLineItem");
    private static final String CURRENCY = "CurrencyIsoCode";

    private final Org org;
    private final SetupRows rows;
    private final FieldStates fields;

    FeatureStates(Org org, SetupRows rows, FieldStates fields) {
        this.org = org;
        this.rows = rows;
        this.fields = fields;
    }

    Runnable organization(StateParams params) {
        var type = org.schema().require("Organization");
        var values = new HashMap<String, Object>();
        params.values().forEach((name, text) -> {
            var field = type.field(name)
                    .orElseThrow(() -> new IllegalArgumentException("Organization has no field \"" + name + "\""));
            values.put(
                    field.name(),
                    ValueParser.read(field, text)
                            .orElseThrow(() ->
                                    new IllegalArgumentException("%s can't be \"%s\"".formatted(field.name(), text))));
        });
        return rows.set("Organization", org.orgId(), values);
    }

    Runnable currencies(StateParams params) {
        var rates = params.list("currencies", "USD:1;EUR:0.92;GBP:0.79").stream()
                .map(pair -> pair.split(":"))
                .toList();
        if (rates.stream().anyMatch(pair -> pair.length != 2 || !pair[1].matches("\\d+(\\.\\d+)?"))) {
            throw new IllegalArgumentException("currencies must be like USD:1;EUR:0.92");
        }
        org.schema().show("CurrencyType", true);
        org.schema().show("DatedConversionRate", true);
        var undo = new ArrayList<Runnable>();
        undo.add(() -> org.schema().show("CurrencyType", false));
        undo.add(() -> org.schema().show("DatedConversionRate", false));
        rates.forEach(pair -> undo.add(currency(pair[0], Double.parseDouble(pair[1]), pair == rates.get(0))));
        for (var object : WITH_CURRENCY) {
            undo.add(fields.add(org.schema().require(object), currencyField()));
            spread(object, rates.stream().map(pair -> pair[0]).toList(), params.number("every", 3));
        }
        return Undo.all(undo.toArray(Runnable[]::new));
    }

    private Runnable currency(String code, double rate, boolean corporate) {
        var type = rows.add(
                "CurrencyType",
                Map.of(
                        "IsoCode", code,
                        "ConversionRate", rate,
                        "DecimalPlaces", 2,
                        "IsActive", true,
                        "IsCorporate", corporate));
        var today = LocalDate.ofInstant(org.clock().instant(), org.clock().getZone());
        var dated = rows.add(
                "DatedConversionRate",
                Map.of(
                        "IsoCode",
                        code,
                        "ConversionRate",
                        rate,
                        "StartDate",
                        (int) today.minusYears(5).toEpochDay(),
                        "NextStartDate",
                        (int) LocalDate.of(9999, 12, 31).toEpochDay()));
        return () -> {
            rows.remove("CurrencyType", type);
            rows.remove("DatedConversionRate", dated);
        };
    }

    private static Field currencyField() {
        return Field.plain(
                CURRENCY,
                "Currency ISO Code",
                FieldType.PICKLIST,
                3,
                EnumSet.of(FieldFlag.CREATEABLE, FieldFlag.UPDATEABLE, FieldFlag.DEFAULTED));
    }

    private void spread(String object, List<String> codes, int every) {
        int place = 0;
        for (var row : rows.find(object, each -> true)) {
            place++;
            boolean other = codes.size() > 1 && place % Math.max(1, every) == 0;
            var code = codes.get(other ? 1 + place / Math.max(1, every) % (codes.size() - 1) : 0);
            rows.set(object, row.id(), Map.of(CURRENCY, code));
        }
    }

    Runnable personAccounts(StateParams params) {
        var account = org.schema().require("Account");
        var flag = Field.plain(
                "IsPersonAccount", "Is Person Account", FieldType.BOOLEAN, 0, EnumSet.of(FieldFlag.DEFAULTED));
        var undo = fields.add(account, flag);
        int place = 0;
        for (var row : rows.find("Account", each -> true)) {
            place++;
            rows.set("Account", row.id(), Map.of("IsPersonAccount", place % params.number("every", 10) == 0));
        }
        return undo;
    }

    Runnable recordTypes(StateParams params) {
        var type = params.object(org, "Account");
        var undo = params.list("names", "Customer;Partner").stream().map(name -> {
            var id = rows.add(
                    "RecordType",
                    Map.of("Name", name, "DeveloperName", name, "SobjectType", type.name(), "IsActive", true));
            return (Runnable) () -> rows.remove("RecordType", id);
        });
        var field = fields.add(type, recordTypeField());
        return Undo.all(Stream.concat(undo, Stream.of(field)).toArray(Runnable[]::new));
    }

    private static Field recordTypeField() {
        return new Field(
                "RecordTypeId",
                "Record Type ID",
                FieldType.REFERENCE,
                18,
                0,
                0,
                EnumSet.of(FieldFlag.DEFAULTED, FieldFlag.CREATEABLE, FieldFlag.UPDATEABLE),
                List.of("RecordType"),
                "RecordType",
                List.of(),
                null,
                null,
                0);
    }

    Runnable noTerritories() {
        var objects = org.schema().objects().stream()
                .map(type -> type.name())
                .filter(name -> name.contains("Territory2"))
                .toList();
        objects.forEach(name -> org.schema().show(name, false));
        return () -> objects.forEach(name -> org.schema().show(name, true));
    }

    Runnable territoryModel(StateParams params) {
        var type = rows.find("Territory2Type", row -> true).stream()
                .findFirst()
                .map(row -> row.id())
                .orElseGet(() -> rows.add(
                        "Territory2Type",
                        Map.of(
                                "MasterLabel", "Sales",
                                "DeveloperName", "Sales",
                                "Language", "en_US",
                                "Priority", 1)));
        var model = rows.add(
                "Territory2Model",
                Map.of("Name", "Sandbox", "DeveloperName", "Sandbox", "State", params.text("state", "Active")));
        var made = new ArrayList<Runnable>(List.of(() -> rows.remove("Territory2Model", model)));
        var ids = Stream.iterate(1, n -> n + 1)
                .limit(params.number("territories", 4))
                .map(n -> territory("Territory " + n, type, model))
                .toList();
        ids.forEach(id -> made.add(() -> rows.remove("Territory2", id)));
        rows.find("Account", row -> true).stream()
                .limit(ids.isEmpty() ? 0 : params.number("rules", 0))
                .forEach(row -> made.add(association(row.id(), ids.get(made.size() % ids.size()))));
        return Undo.all(made.toArray(Runnable[]::new));
    }

    private String territory(String name, String type, String model) {
        return rows.add(
                "Territory2",
                Map.of(
                        "Name", name,
                        "DeveloperName", name.replace(' ', '_'),
                        "Territory2TypeId", type,
                        "Territory2ModelId", model));
    }

    private Runnable association(String account, String territory) {
        var id = rows.add(
                "ObjectTerritory2Association",
                Map.of(
                        "ObjectId", account,
                        "Territory2Id", territory,
                        "AssociationCause", "Territory2AssignmentRule"));
        return () -> rows.remove("ObjectTerritory2Association", id);
    }
}
