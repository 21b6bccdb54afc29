package io.fairpatch.sandbox.state;

import java.util.Locale;

/** What an org can be made to be, apart from what is in it. */
public enum StateKind {
    MISSING_FIELD("the org lacks a field; params: object, field"),
    FIELD(
            "a field is defined differently (with another type its values are gone meanwhile); params: object, field, and any of type, length, precision, scale, readOnly, required, filterable, values (parted by semicolons)"),
    NO_READ("the integration user may not read a field; params: object, field"),
    NO_EDIT("the integration user may read a field but not edit it; params: object, field"),
    OBJECT_RIGHTS(
            "the integration user has only these rights to an object; params: object, rights (any of read create edit delete viewAll modifyAll, parted by spaces; default none)"),
    NO_VIEW_ALL(
            "the integration user sees only records of its own: no View All, neither for data nor for objects; params: object (default all)"),
    NO_MODIFY_ALL("the integration user edits only records of its own; params: object (default all)"),
    NO_RIGHT(
            "the integration user lacks a right to the org; params: name, for example ModifyMetadata, ApiEnabled, ViewSetup"),
    MINIMUM_ACCESS(
            "the integration user has the profile Minimum Access - API Only Integrations and the licence Salesforce Integration: all other rights come from permission sets; params: apiLicence (default true: the permission set licence Salesforce API Integration is assigned)"),
    UNASSIGNED(
            "a permission set is not assigned to the integration user; params: name (default Fairpatch_Integration)"),
    EXPIRED_ASSIGNMENT(
            "the assignment of a permission set to the integration user has ended; params: name (default Fairpatch_Integration)"),
    NO_PERMISSION_SET("a permission set is not there; params: name (default Fairpatch_Integration)"),
    INACTIVE_USER("the integration user is inactive: no new sign-in"),
    SIGN_IN_REFUSED("no new sign-in; params: error (default invalid_grant), message (default: ip restricted)"),
    SCOPE("new sign-ins are granted only these scopes; params: scope"),
    REFRESH_TOKEN_ROTATION("refresh tokens are good once: each renewal hands out the next"),
    LIMIT("an allocation as it stands; params: name (as in /limits), max, used"),
    CLOCK(
            "the org's clock is ahead, as issued_at of a sign-in and all stamps show (the Date header stays right); params: seconds (may be negative)"),
    API_VERSIONS("versions before oldest are retired, after newest unknown; params: oldest, newest"),
    ORGANIZATION("the org's own record has other values; params: any field of Organization"),
    TERRITORY_MODEL(
            "there is one territory model; params: state (default Active), territories (default 4), rules (associations made by rules, default 0)"),
    NO_TERRITORIES("territory management is off: its objects are not there"),
    MULTI_CURRENCY(
            "several currencies; params: currencies (default USD:1;EUR:0.92;GBP:0.79), every (each so manieth record is not in the first, default 3)"),
    PERSON_ACCOUNTS("person accounts are on; params: every (each so manieth account is one, default 10)"),
    RECORD_TYPES("an object has record types; params: object (default Account), names (default Customer;Partner)"),
    VALIDATION_RULE(
            "records are refused; params: object (default Account), field, when (always, changed, empty, equals), value, message, name"),
    DUPLICATE_RULE(
            "records with the same values as another are refused; params: object (default Account), fields (parted by semicolons, default Name), action (block, alert), name"),
    NOT_IN_BULK("bulk jobs refuse an object; params: object"),
    DELETES_BLOCKED(
            "records that others need are not deleted, as in a real org: accounts with cases, won deals, contracts or orders in force, contacts with cases"),
    LOCK_WAIT(
            "how long the transaction of a bulk job waits for records that another one holds; params: seconds (default 0; without this state 10)"),
    OWNER_SKEW("one user owns very many accounts; params: rows"),
    TRIGGER("an object has an Apex trigger, which is listed and does nothing; params: object (default Account), name");

    private final String help;

    StateKind(String help) {
        this.help = help;
    }

    /** What it is, in one line. */
    public String help() {
        return help;
    }

    /** The name in the controls, for example {@code missing-field}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
