package io.fairpatch.doctor;

import static io.fairpatch.doctor.Area.RIGHTS;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Counts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Whether the integration user may do what it must, and whether it is an integration user at all. */
final class RightsChecks {
    static final String PERMISSION_SET = "Fairpatch_Integration";
    private static final String INTEGRATION = "Salesforce Integration";
    private static final String API_LICENCE = "SELECT Id FROM PermissionSetLicenseAssign WHERE AssigneeId = '%s'"
            + " AND PermissionSetLicense.DeveloperName = 'SalesforceAPIIntegrationPsl'";
    /** Licences that come with accounts and opportunities. */
    private static final Set<String> FULL = Set.of("Salesforce", "Salesforce Platform", "Salesforce Limited Access");

    private static final String SETUP_SETS = "Setup > Permission Sets > Fairpatch Integration";
    private static final String SETUP_USER = "Setup > Users";

    private RightsChecks() {}

    static List<Check> all() {
        return List.of(
                right("user", "Integration user", SETUP_USER, RightsChecks::user),
                right("licence", "Licence", SETUP_USER, RightsChecks::licence),
                right("api-licence", "Licence for the API", SETUP_USER, RightsChecks::apiLicence),
                right("permission-set", "Permission set", SETUP_SETS, RightsChecks::permissionSet),
                viewAll("Account"),
                viewAll("Opportunity"),
                viewAll("Contact"),
                right("activities", "Tasks and events", SETUP_USER, RightsChecks::activities),
                right("modify-all-account", "Modify All on Account", SETUP_SETS, RightsChecks::modifyAll),
                right("no-more-rights", "No more than needed", SETUP_SETS, RightsChecks::noMore));
    }

    private static Check viewAll(String object) {
        return right(
                "view-all-" + object.toLowerCase(Locale.ROOT),
                "View All on " + object,
                SETUP_SETS,
                it -> viewAll(it, object));
    }

    /** What a user may do is itself shown only to users with a right: not seeing it says nothing about it. */
    private static Check right(String id, String title, String where, Function<Examination, Verdict> look) {
        return Check.ofOrg(id, RIGHTS, title, where, it -> {
            try {
                return look.apply(it);
            } catch (FairpatchException e) {
                if (e.code() != ErrorCode.ORG_RIGHTS) {
                    throw e;
                }
                return Verdict.warn(
                        "The user may not see its own rights.",
                        e.problem().what(),
                        "Give it View Setup and Configuration while you check, or look at the permission set yourself.");
            }
        });
    }

    private static Verdict activities(Examination it) {
        return it.parent("Task").isPresent() && it.parent("Event").isPresent()
                ? Verdict.pass("Tasks and events can be read.")
                : Verdict.warn(
                        "The user may not read tasks and events.",
                        "Every account would look as if nobody ever touched it: coverage and gaps then say nothing.",
                        "Give the user Access Activities, in its profile or a permission set.");
    }

    private static Verdict user(Examination it) {
        var user = it.rights().user();
        if (!user.isTrue("IsActive")) {
            return Verdict.fail(
                    "The user " + it.rights().username() + " is not active.",
                    "The org will refuse its calls when the session ends.",
                    "Activate the user, or sign in as another.");
        }
        long owned = it.copy().accountsOwnedBy(it.identity().userId());
        return owned > 0
                ? Verdict.warn(
                        it.rights().username() + " owns " + Counts.of(owned, "account", "accounts") + ".",
                        "A user that sells should not be the one that this service writes as: the history of records"
                                + " can't tell the two apart.",
                        "Make a user for the integration alone.")
                : Verdict.pass(it.rights().username() + " is active and owns no accounts.");
    }

    private static Verdict licence(Examination it) {
        var licence = it.rights().user().text("Profile.UserLicense.Name");
        if (licence.equals(INTEGRATION)) {
            return Verdict.pass("The licence is " + licence + ": API only, and free of charge.");
        }
        return FULL.contains(licence)
                ? Verdict.warn(
                        "The licence is " + licence + ".",
                        "It costs a seat, and the user can also sign in at the screen.",
                        "Use a user with the licence Salesforce Integration; five come with the org.")
                : Verdict.fail(
                        "The licence is " + (licence.isEmpty() ? "not visible" : licence) + ".",
                        "It may not reach accounts and opportunities.",
                        "Use a user with the licence Salesforce Integration; five come with the org.");
    }

    private static Verdict apiLicence(Examination it) {
        var licence = it.rights().user().text("Profile.UserLicense.Name");
        if (!licence.equals(INTEGRATION)) {
            return Verdict.pass("The user's own licence brings the API.");
        }
        boolean assigned = !it.inspector()
                .rows(API_LICENCE.formatted(it.identity().userId()))
                .isEmpty();
        return assigned
                ? Verdict.pass("The permission set licence Salesforce API Integration is assigned.")
                : Verdict.fail(
                        "The permission set licence Salesforce API Integration is not assigned to "
                                + it.rights().username() + ".",
                        "A user with the licence " + INTEGRATION + " reaches no accounts or opportunities without it.",
                        "Assign it on the user's page under Permission Set License Assignments.");
    }

    private static Verdict permissionSet(Examination it) {
        return it.rights().has(PERMISSION_SET)
                ? Verdict.pass("The permission set Fairpatch Integration is assigned to "
                        + it.rights().username() + ".")
                : Verdict.fail(
                        "The permission set Fairpatch Integration is not assigned to "
                                + it.rights().username() + ".",
                        "It brings the rights to read what we copy and to edit the fields we write, and nothing else.",
                        "Run ./fairpatch fields deploy --assign, or assign it under Manage Assignments.");
    }

    private static Verdict viewAll(Examination it, String object) {
        return it.rights().may(object, "PermissionsViewAllRecords")
                        || it.rights().mayEverywhere("PermissionsViewAllData")
                ? Verdict.pass("Every " + object + " can be read.")
                : Verdict.fail(
                        "View All on " + object + " is missing.",
                        "Records that are not shared with the user look deleted to a sync.",
                        "Assign the permission set, or switch on View All for " + object + " in it.");
    }

    private static Verdict modifyAll(Examination it) {
        return it.rights().may("Account", "PermissionsModifyAllRecords")
                        || it.rights().mayEverywhere("PermissionsModifyAllData")
                ? Verdict.pass("Every Account can be changed, in the fields the user may edit.")
                : Verdict.fail(
                        "Modify All on Account is missing.",
                        "Accounts that are not shared with the user for editing would be refused one by one.",
                        "Assign the permission set, or switch on Modify All for Account in it.");
    }

    /** We only ever write to Account: a right to edit more is a right too many. */
    private static Verdict noMore(Examination it) {
        if (it.rights().mayEverywhere("PermissionsModifyAllData")) {
            return Verdict.warn(
                    "The user has Modify All Data.",
                    "It may change and delete everything; this service never does, a stolen token could.",
                    "Take it from the user's profile and permission sets: Fairpatch Integration is enough.");
        }
        var more = List.of("Opportunity", "Contact", "Task", "User").stream()
                .filter(object -> it.rights().may(object, "PermissionsEdit"))
                .toList();
        return more.isEmpty()
                ? Verdict.pass("Nothing but Account can be edited.")
                : Verdict.warn(
                        "The user may also edit " + String.join(", ", more) + ".",
                        "This service never does; a stolen token could.",
                        "Take the right to edit from the user's profile and other permission sets.");
    }
}
