package io.fairpatch.doctor;

import static io.fairpatch.doctor.Area.RULES;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.OrgRow;
import java.util.List;
import java.util.stream.Collectors;

/** What the org itself has to say when an account is changed: rules, record types, territories, currencies. */
final class RuleChecks {
    private static final String SETUP = "Setup > Object Manager > Account > ";

    private RuleChecks() {}

    static List<Check> all() {
        return List.of(
                Check.ofOrg("record-types", RULES, "Record types", SETUP + "Record Types", RuleChecks::recordTypes),
                Check.ofOrg(
                        "duplicate-rules", RULES, "Duplicate rules", "Setup > Duplicate Rules", RuleChecks::duplicates),
                Check.ofOrg(
                        "validation-rules",
                        RULES,
                        "Validation rules",
                        SETUP + "Validation Rules",
                        RuleChecks::validations),
                Check.ofOrg("triggers", RULES, "Triggers", SETUP + "Triggers", RuleChecks::triggers),
                Check.ofOrg(
                        "territory-model",
                        RULES,
                        "Territory model",
                        "Setup > Territory Models",
                        RuleChecks::territories),
                Check.ofOrg("currencies", RULES, "Currencies", "Setup > Manage Currencies", RuleChecks::currencies));
    }

    private static Verdict recordTypes(Examination it) {
        if (!it.objects().contains("RecordType")) {
            return Verdict.pass("Account has no record types.");
        }
        var rows = it.inspector().rows("SELECT DeveloperName, IsActive FROM RecordType WHERE SobjectType = 'Account'");
        var asleep = names(rows.stream().filter(row -> !row.isTrue("IsActive")).toList(), "DeveloperName");
        if (rows.isEmpty()) {
            return Verdict.pass("Account has no record types.");
        }
        return asleep.isEmpty()
                ? Verdict.pass("Account has the record types " + names(rows, "DeveloperName") + "; all are read.")
                : Verdict.warn(
                        "Account has record types that are switched off: " + asleep + ".",
                        "Accounts that still carry them are read and planned like all others.",
                        "If they should stay out of plans, give them no owner or move them to another type.");
    }

    private static Verdict duplicates(Examination it) {
        if (!it.objects().contains("DuplicateRule")) {
            return Verdict.pass("The org has no duplicate rules that the user can see.");
        }
        var active = it.inspector()
                .rows(
                        "SELECT DeveloperName, IsActive FROM DuplicateRule WHERE SobjectType = 'Account' AND IsActive = true");
        return active.isEmpty()
                ? Verdict.pass("No duplicate rule watches Account.")
                : Verdict.warn(
                        "Duplicate rules watch Account: " + names(active, "DeveloperName") + ".",
                        "A rule that blocks on edit refuses our write on accounts with a twin; those rows end as"
                                + " rejected.",
                        "Let the rules bypass the integration user, or set their action on edit to Allow.");
    }

    private static Verdict validations(Examination it) {
        return seen(
                it,
                "SELECT ValidationName, ErrorMessage FROM ValidationRule WHERE Active = true AND"
                        + " EntityDefinition.QualifiedApiName = 'Account'",
                "ValidationName",
                "validation rule",
                "A rule that an old account breaks refuses any change of it, ours too; those rows end as rejected.",
                "Let the rules bypass the integration user: AND(NOT($Permission.Fairpatch), ...).");
    }

    private static Verdict triggers(Examination it) {
        return seen(
                it,
                "SELECT Name FROM ApexTrigger WHERE TableEnumOrId = 'Account' AND Status = 'Active'",
                "Name",
                "trigger",
                "They run for every account we write, 200 at a time, and may be slow or fail.",
                "Ask their owner whether they may run in bulk; try a commit of a few accounts first.");
    }

    private static Verdict seen(Examination it, String query, String column, String noun, String why, String mend) {
        List<OrgRow> rows;
        try {
            rows = it.inspector().metadata(query);
        } catch (FairpatchException e) {
            return Verdict.warn(
                    "Whether a " + noun + " stands on Account can't be seen.",
                    e.problem().what(),
                    "Look for yourself, or give the user View Setup and Configuration while you check.");
        }
        return rows.isEmpty()
                ? Verdict.pass("No " + noun + " stands on Account.")
                : Verdict.warn(
                        "Account has the " + noun + (rows.size() > 1 ? "s " : " ") + names(rows, column) + ".",
                        why,
                        mend);
    }

    private static Verdict territories(Examination it) {
        if (!it.objects().contains("Territory2Model")) {
            return Verdict.pass("Enterprise territory management is not in use.");
        }
        var models = it.inspector().rows("SELECT DeveloperName, State FROM Territory2Model");
        var active = models.stream()
                .filter(row -> row.text("State").equals("Active"))
                .toList();
        if (models.isEmpty()) {
            return Verdict.pass("Enterprise territory management has no model.");
        }
        return active.isEmpty()
                ? Verdict.warn(
                        "No territory model is active: "
                                + models.stream()
                                        .map(row -> row.text("DeveloperName") + " is " + row.text("State"))
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".",
                        "Sharing by territory does nothing, and territories of a planned model are not those in force.",
                        "Activate the model meant, or ignore this if you don't use the org's own territories.")
                : Verdict.pass("The territory model " + names(active, "DeveloperName") + " is active.");
    }

    private static Verdict currencies(Examination it) {
        if (!it.schema("Account").has("CurrencyIsoCode")) {
            return Verdict.pass("The org has one currency.");
        }
        if (!it.objects().contains("CurrencyType")) {
            return Verdict.fail(
                    "The org has several currencies, and their rates can't be read.",
                    "Amounts would be added up as if they were of one currency.",
                    "Give the integration user the right to see currencies.");
        }
        var rates = it.inspector().rows("SELECT IsoCode, ConversionRate, IsActive, IsCorporate FROM CurrencyType");
        var corporate = rates.stream().filter(row -> row.isTrue("IsCorporate")).toList();
        return corporate.isEmpty()
                ? Verdict.fail(
                        "The org has several currencies but no corporate one.",
                        "There is no currency to convert to.",
                        "Set the corporate currency.")
                : Verdict.pass("Amounts of " + names(rates, "IsoCode") + " are converted to "
                        + names(corporate, "IsoCode") + " at the org's rates.");
    }

    private static String names(List<OrgRow> rows, String column) {
        return rows.stream().map(row -> row.text(column)).sorted().collect(Collectors.joining(", "));
    }
}
