package io.fairpatch.doctor;

import static io.fairpatch.doctor.Area.WRITING;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.config.WritePolicyConfig.Switch;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether what was approved could be written, and only that. */
final class WritingChecks {
    private static final String POLICY = "write-policy.yml";

    private WritingChecks() {}

    static List<Check> all() {
        return List.of(
                Check.ofHouse("writes", WRITING, "Write switch", POLICY + ", writes", WritingChecks::writes),
                Check.ofHouse(
                        "policy-fields",
                        WRITING,
                        "Fields of the write policy",
                        POLICY + ", fields",
                        WritingChecks::fields),
                Check.ofOrg("guards", WRITING, "Guarded fields", POLICY + ", guards", WritingChecks::guards),
                Check.ofOrg("owner", WRITING, "Change of owners", POLICY + ", ownerId", WritingChecks::owner),
                Check.ofOrg("four-eyes", WRITING, "Four eyes", "the page People", WritingChecks::fourEyes),
                Check.ofOrg("audit", WRITING, "Audit log", "the database, table audit_log", WritingChecks::audit));
    }

    private static Verdict writes(Examination it) {
        var policy = it.config().writePolicy();
        if (policy.writes() == Switch.DISABLED) {
            return Verdict.warn(
                    "Writes are disabled.",
                    "You can copy, score, plan, propose and approve; a commit is refused.",
                    "When you are ready to write: set writes to enabled and orgId to the org's id.");
        }
        return policy.orgId() == null
                ? Verdict.fail(
                        "Writes are enabled, but orgId is empty.",
                        "A commit is refused until it names the org that may be written to.",
                        "Set orgId to the id of check 2.")
                : Verdict.pass("Writes are enabled for " + policy.orgId() + ".");
    }

    private static Verdict fields(Examination it) {
        var unknown = new TreeSet<>(it.config().writePolicy().fields());
        unknown.removeAll(it.config().mapping().written().keySet());
        return unknown.isEmpty()
                ? Verdict.pass("Of the mapped fields, the policy lets "
                        + it.config().writePolicy().fields().size() + " be written.")
                : Verdict.fail(
                        "The policy lists " + String.join(", ", unknown) + ", which mapping.yml doesn't map.",
                        "They can't be written.",
                        "Add them under written in mapping.yml, or take them from the policy.");
    }

    private static Verdict guards(Examination it) {
        var account = it.schema("Account");
        var missing = it.config().writePolicy().guards().stream()
                .filter(name -> !account.has(name))
                .collect(Collectors.toCollection(TreeSet::new));
        return missing.isEmpty()
                ? Verdict.pass("Every guarded field can be read.")
                : Verdict.fail(
                        "Account shows no " + String.join(", ", missing) + ".",
                        "A change of it could not be noticed before we write.",
                        "Correct the name, or give the integration user the right to read it.");
    }

    private static Verdict owner(Examination it) {
        if (!it.config().writePolicy().ownerId()) {
            return Verdict.pass("Owners are left as they are.");
        }
        boolean may = it.schema("Account")
                .field("OwnerId")
                .map(field -> field.updateable())
                .orElse(false);
        return may
                ? Verdict.warn(
                        "Owners are changed with the territory.",
                        "The org may then drop account teams and move open deals.",
                        "Look at the commit page: it says which. Try it in a sandbox first.")
                : Verdict.fail(
                        "The policy changes owners, but the user may not.",
                        "Each such row would be refused.",
                        "Give the user Transfer Record, or set ownerId to false.");
    }

    private static Verdict fourEyes(Examination it) {
        var people = it.house().people().list(it.identity().id());
        int needed = it.config().writePolicy().approvals();
        var approvers =
                people.stream().filter(person -> person.may(Action.APPROVE)).toList();
        boolean possible = people.stream()
                .filter(person -> person.may(Action.PROPOSE))
                .anyMatch(author -> othersThan(author, approvers) >= needed);
        return possible
                ? Verdict.pass("Somebody can propose, and " + needed + " other"
                        + (needed == 1 ? " can approve." : "s can approve."))
                : Verdict.warn(
                        "A proposal needs " + needed + " approval" + (needed == 1 ? "" : "s")
                                + " of people other than its author; " + approvers.size() + " may approve.",
                        "No proposal can be approved, so none can be committed.",
                        "Add people: ./fairpatch people add.");
    }

    private static long othersThan(Person author, List<Person> approvers) {
        return approvers.stream()
                .filter(person -> !person.name().equals(author.name()))
                .count();
    }

    private static Verdict audit(Examination it) {
        return it.house()
                .audit()
                .verify(it.identity().id())
                .map(line -> Verdict.fail(
                        "Line " + line + " of the audit log doesn't follow the one before.",
                        "Somebody changed or removed lines past this service.",
                        "Compare with a backup of the database before you rely on the log."))
                .orElseGet(() -> Verdict.pass("Every line of the audit log follows the one before."));
    }
}
