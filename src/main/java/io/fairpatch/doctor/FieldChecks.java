package io.fairpatch.doctor;

import static io.fairpatch.doctor.Area.FIELDS;
import static io.fairpatch.doctor.Area.RIGHTS;

import io.fairpatch.org.ObjectSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether what mapping.yml names is there, readable, of the right type, and editable where we write. */
final class FieldChecks {
    private static final String MAPPING = "mapping.yml";
    private static final String SETUP_FIELDS = "Setup > Object Manager > Account > Fields & Relationships";

    private FieldChecks() {}

    static List<Check> all() {
        return List.of(
                mapped("account", "Account"),
                mapped("opportunity", "Opportunity"),
                mapped("user", "User"),
                readable("account", "Account"),
                readable("opportunity", "Opportunity"),
                readable("user", "User"),
                Check.ofOrg("types", FIELDS, "Types of mapped fields", MAPPING, FieldChecks::types),
                Check.ofOrg("written-fields", FIELDS, "Fields we write", SETUP_FIELDS, FieldChecks::written),
                Check.ofOrg(
                        "written-types",
                        FIELDS,
                        "Types of the fields we write",
                        SETUP_FIELDS,
                        FieldChecks::writtenTypes),
                Check.ofOrg(
                        "edit-rights",
                        RIGHTS,
                        "Right to edit the fields we write",
                        "Setup > Permission Sets > Fairpatch Integration",
                        FieldChecks::editable));
    }

    private static Check mapped(String part, String object) {
        return Check.ofOrg(
                "fields-" + part, FIELDS, "Mapped fields of " + object, MAPPING, it -> present(it, part, object));
    }

    private static Check readable(String part, String object) {
        return Check.ofOrg(
                "read-rights-" + part,
                RIGHTS,
                "Right to read the mapped fields of " + object,
                "Setup > Permission Sets > Fairpatch Integration",
                it -> readRights(it, part, object));
    }

    private static Verdict present(Examination it, String part, String object) {
        if (it.parent(object).isEmpty()) {
            return Verdict.fail(
                    "The user may not read " + object + ".",
                    "Without it nothing can be planned.",
                    "Assign the permission set Fairpatch Integration, or give the user Read on " + object + ".");
        }
        var mapping = new Mapped(it.config().mapping(), part, it::parent);
        var absent = mapping.absentFrom(it.schema(object));
        absent.removeAll(Grants.known(it, object, absent));
        var needed = mapping.needed(absent);
        if (!needed.isEmpty()) {
            return Verdict.fail(
                    object + " lacks " + String.join(", ", needed) + ".",
                    "Without them nothing can be planned.",
                    "Name the org's fields for them in mapping.yml, or make them.");
        }
        return absent.isEmpty()
                ? Verdict.pass("All " + mapping.names().size() + " mapped fields of " + object + " are there.")
                : Verdict.warn(
                        object + " lacks " + String.join(", ", absent)
                                + ", or nobody was given the right to read them.",
                        "They stay empty in the copy; scores then rest on less.",
                        "Name the org's fields for them in mapping.yml, or remove their lines; if the org has them, give"
                                + " the user read access.");
    }

    /** A field that somebody was granted and that describe hides from us exists: the right is missing. */
    private static Verdict readRights(Examination it, String part, String object) {
        if (it.parent(object).isEmpty()) {
            return unseen(object);
        }
        var hidden = Grants.known(
                it, object, new Mapped(it.config().mapping(), part, it::parent).absentFrom(it.schema(object)));
        return hidden.isEmpty()
                ? Verdict.pass("No mapped field of " + object + " is hidden from the user.")
                : Verdict.fail(
                        "The user may not read " + String.join(", ", hidden) + " of " + object + ".",
                        "They exist, but field-level security hides them: they would stay empty in the copy.",
                        "Run ./fairpatch fields deploy, which adds the right to the permission set, or give the user read"
                                + " access to them.");
    }

    private static Verdict unseen(String object) {
        return Verdict.warn(
                "The user may not read " + object + ".",
                "Its fields can't be looked at.",
                "Mend the check of the mapped fields, then look again.");
    }

    private static Verdict types(Examination it) {
        var wrong = List.of(
                        Map.entry("account", "Account"),
                        Map.entry("opportunity", "Opportunity"),
                        Map.entry("user", "User"))
                .stream()
                .filter(pair -> it.parent(pair.getValue()).isPresent())
                .flatMap(pair -> new Mapped(it.config().mapping(), pair.getKey(), it::parent)
                        .wrongTypes(it.schema(pair.getValue())).stream().map(text -> pair.getValue() + "." + text))
                .toList();
        return wrong.isEmpty()
                ? Verdict.pass("Every mapped field is of a type that we can read.")
                : Verdict.fail(
                        String.join("; ", wrong) + ".",
                        "Their values can't be read and would stay empty.",
                        "Map fields of the right type.");
    }

    private static Verdict written(Examination it) {
        var missing = missing(it.schema("Account"), it);
        return missing.isEmpty()
                ? Verdict.pass("All " + it.config().mapping().written().size() + " fields that we write are there.")
                : Verdict.fail(
                        "Account lacks " + String.join(", ", missing) + ", or the user may not read them.",
                        "Nothing can be committed without them.",
                        "Run ./fairpatch fields deploy. Should it be refused since the org has a field of that name with"
                                + " another type, delete that one, or give ours another name in mapping.yml.");
    }

    private static Verdict writtenTypes(Examination it) {
        var account = it.schema("Account");
        var wrong = it.config().mapping().written().entrySet().stream()
                .flatMap(entry -> account.field(entry.getValue()).stream()
                        .filter(field -> !WrittenTypes.fits(entry.getKey(), field))
                        .map(field -> field.name() + " is " + WrittenTypes.words(field) + ", not "
                                + WrittenTypes.wanted(entry.getKey())))
                .sorted()
                .toList();
        return wrong.isEmpty()
                ? Verdict.pass("The fields that we write have the types they need.")
                : Verdict.fail(
                        String.join("; ", wrong) + ".",
                        "The org would refuse or cut what we write.",
                        "Change the field, or name another under written in mapping.yml.");
    }

    private static Verdict editable(Examination it) {
        var account = it.schema("Account");
        var locked = it.config().mapping().written().values().stream()
                .filter(name ->
                        account.field(name).map(field -> !field.updateable()).orElse(false))
                .sorted()
                .toList();
        if (!locked.isEmpty()) {
            return Verdict.fail(
                    "The user may not edit " + String.join(", ", locked) + ".",
                    "Each row would be refused.",
                    "Assign the permission set Fairpatch Integration, or run ./fairpatch fields deploy again.");
        }
        return missing(account, it).isEmpty()
                ? Verdict.pass("The user may edit every field that we write.")
                : Verdict.warn(
                        "Some fields are not there yet.",
                        "Rights on them can't be told.",
                        "Run ./fairpatch fields deploy, then look again.");
    }

    private static TreeSet<String> missing(ObjectSchema account, Examination it) {
        return it.config().mapping().written().values().stream()
                .filter(name -> !account.has(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
