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
    private static final String MINIMUM = "Minimum Access - API Only Integrations";
    private static final String API_LICENCE = "SalesforceAPIIntegrationPsl";
    private static final int LICENSES = 100_000;
    private static final int INTEGRATION_LICENSES = 5;

    private final Org org;
    private final SetupRows rows;

    Basics(Org org) {
        this.org = org;
        this.rows = new SetupRows(org, org.born());
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
        rows.add("Organization", values);
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

    /** How far a profile's rights go. */
    enum Reach {
        ALL,
        OWN,
        NOTHING
    }

    /** The licences and profiles, each profile with the permission set that it owns. */
    void profiles() {
        var full = license("Salesforce", "SFDC");
        var integration = license("Salesforce Integration", "SFDC_INTEGRATION");
        var permissions = new Permissions(org, rows);
        for (var reach : Reach.values()) {
            var name =
                    switch (reach) {
                        case ALL -> ADMINISTRATOR;
                        case OWN -> STANDARD;
                        case NOTHING -> MINIMUM;
                    };
            var license = reach == Reach.NOTHING ? integration : full;
            var id = rows.add("Profile", Map.of("Name", name, "UserType", "Standard", "UserLicenseId", license));
            permissions.ofProfile(id, name, reach);
        }
    }

    /** Gives the user the licence that the profile for integrations alone does not bring. */
    void apiLicence(String userId) {
        var licence = rows.add(
                "PermissionSetLicense",
                Map.of(
                        "DeveloperName",
                        API_LICENCE,
                        "MasterLabel",
                        "Salesforce API Integration",
                        "Status",
                        "Active",
                        "TotalLicenses",
                        INTEGRATION_LICENSES,
                        "UsedLicenses",
                        1));
        rows.add("PermissionSetLicenseAssign", Map.of("PermissionSetLicenseId", licence, "AssigneeId", userId));
    }

    /** Assigns each user the permission set of its profile, and the integration user that of this product. */
    void permissions(String userId, boolean bare) {
        var permissions = new Permissions(org, rows);
        if (bare) {
            permissions.removeProductFields();
        } else {
            permissions.ofProduct(userId);
        }
        var owned = new HashMap<String, String>();
        rows.find("PermissionSet", row -> true)
                .forEach(row -> owned.put(rows.text("PermissionSet", row, "ProfileId"), row.id()));
        rows.find("Profile", profile -> !owned.containsKey(profile.id()))
                .forEach(profile -> owned.put(
                        profile.id(),
                        permissions.ofProfile(profile.id(), rows.text("Profile", profile, "Name"), Reach.OWN)));
        rows.find("User", row -> true).forEach(user -> {
            var set = owned.get(rows.text("User", user, "ProfileId"));
            if (set != null) {
                permissions.assign(user.id(), set);
            }
        });
    }

    private String license(String name, String key) {
        return rows.add(
                "UserLicense",
                Map.of(
                        "Name",
                        name,
                        "MasterLabel",
                        name,
                        "LicenseDefinitionKey",
                        key,
                        "Status",
                        "Active",
                        "TotalLicenses",
                        LICENSES,
                        "UsedLicenses",
                        1));
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
        return rows.add("User", values);
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
}
