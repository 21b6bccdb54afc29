package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.data.OrgTable;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records every org has before anyone adds one. */
final class Basics {
    /** Login of the user that API clients run as. */
    static final String INTEGRATION_USERNAME = "integration@fairpatch.sandbox";

    private static final String ADMINISTRATOR = "System Administrator";
    private static final String STANDARD = "Standard User";

    private final Org org;

    Basics(Org org) {
        this.org = org;
    }

    /** Adds the org's own record; what the given table says about it wins. */
    void organization(@Nullable OrgTable given) {
        var values = new HashMap<String, Object>(Map.of(
                "Name", "Fairpatch Sandbox",
                "OrganizationType", "Enterprise Edition",
                "InstanceName", "FP0",
                "IsSandbox", true,
                "IsReadOnly", false,
                "FiscalYearStartMonth", 1,
                "UsesStartDateAsFiscalYearName", false,
                "DefaultLocaleSidKey", "en_US",
                "LanguageLocaleKey", "en_US",
                "TimeZoneSidKey", "America/Los_Angeles"));
        var type = org.schema().require("Organization");
        if (given != null) {
            given.rows().forEach(cells -> takeOver(type, given, cells, values));
        }
        add("Organization", values);
    }

    private static void takeOver(ObjectType type, OrgTable given, String[] cells, Map<String, Object> values) {
        for (int i = 0; i < cells.length; i++) {
            var text = cells[i];
            type.field(given.columns().get(i))
                    .filter(field -> !field.type().isId() && !text.isEmpty())
                    .ifPresent(
                            field -> ValueParser.read(field, text).ifPresent(value -> values.put(field.name(), value)));
        }
    }

    void profiles() {
        for (var name : new String[] {ADMINISTRATOR, STANDARD, "Minimum Access - API Only Integrations"}) {
            add("Profile", Map.of("Name", name, "UserType", "Standard"));
        }
    }

    /** Adds the user that API clients run as, and returns its id. */
    String integrationUser() {
        var values = new HashMap<String, Object>(Map.of(
                "Username", INTEGRATION_USERNAME,
                "Email", INTEGRATION_USERNAME,
                "FirstName", "Fairpatch",
                "LastName", "Integration",
                "Name", "Fairpatch Integration",
                "Alias", "fpatch",
                "ProfileId", profile(org, ADMINISTRATOR)));
        return add("User", values);
    }

    /** Id of the profile of users that were given without one. */
    static String standardProfile(Org org) {
        return profile(org, STANDARD);
    }

    private static String profile(Org org, String name) {
        var table = org.table("Profile");
        var field = table.type().require("Name");
        return table.rows().stream()
                .filter(row -> row.text(field).equals(name))
                .map(Row::id)
                .findFirst()
                .orElseThrow();
    }

    private String add(String object, Map<String, Object> values) {
        var table = org.table(object);
        var cells = new @Nullable Object[table.type().fields().size()];
        values.forEach((name, value) -> cells[table.type().require(name).column()] = value);
        new Derived(org).defaults(table.type(), cells, null);
        for (var name : new String[] {"CreatedDate", "LastModifiedDate", "SystemModstamp"}) {
            cells[table.type().require(name).column()] = org.born().toEpochMilli();
        }
        return table.append(cells).id();
    }
}
