package io.fairpatch.sandbox.state;

import io.fairpatch.sandbox.org.MatchingRule;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.SetupRows;
import io.fairpatch.sandbox.org.ValidationRule;
import io.fairpatch.sandbox.org.ValidationRule.When;
import java.util.Locale;
import java.util.Map;

/** States in which the org has rules; each rule is also a record that clients can find. */
final class RuleStates {
    private final Org org;
    private final SetupRows rows;

    RuleStates(Org org, SetupRows rows) {
        this.org = org;
        this.rows = rows;
    }

    Runnable validation(StateParams params) {
        var type = params.object(org, "Account");
        var field = params.field(type);
        var when = params.text("when", "always").toUpperCase(Locale.ROOT);
        var message = params.text("message", "Refused by a validation rule");
        var name = params.text("name", "Sandbox_Rule");
        var rule = new ValidationRule(name, type.name(), field.name(), when(when), params.text("value", ""), message);
        var id = rows.add(
                "ValidationRule",
                Map.of(
                        "ValidationName",
                        name,
                        "Active",
                        true,
                        "EntityDefinitionId",
                        entity(type.name()),
                        "ErrorDisplayField",
                        field.name(),
                        "ErrorMessage",
                        message));
        return Undo.all(org.rules().add(rule), () -> rows.remove("ValidationRule", id));
    }

    private static When when(String name) {
        try {
            return When.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("when must be always, changed, empty or equals", e);
        }
    }

    Runnable duplicates(StateParams params) {
        var type = params.object(org, "Account");
        var names = params.list("fields", "Name");
        for (var field : names) {
            if (type.field(field).isEmpty()) {
                throw new IllegalArgumentException(type.name() + " has no field \"" + field + "\"");
            }
        }
        var name = params.text("name", "Sandbox_Duplicates");
        boolean blocks = !params.text("action", "block").equals("alert");
        var id = rows.add(
                "DuplicateRule",
                Map.of("DeveloperName", name, "MasterLabel", name, "SobjectType", type.name(), "IsActive", true));
        return Undo.all(
                org.rules().add(new MatchingRule(name, type.name(), names, blocks)),
                () -> rows.remove("DuplicateRule", id));
    }

    Runnable trigger(StateParams params) {
        var type = params.object(org, "Account");
        var id = rows.add(
                "ApexTrigger",
                Map.of(
                        "Name",
                        params.text("name", "SandboxTrigger"),
                        "TableEnumOrId",
                        type.name(),
                        "Status",
                        "Active",
                        "UsageBeforeUpdate",
                        true,
                        "UsageAfterUpdate",
                        true));
        return () -> rows.remove("ApexTrigger", id);
    }

    private String entity(String object) {
        return rows.find("EntityDefinition", row -> rows.text("EntityDefinition", row, "QualifiedApiName")
                        .equals(object))
                .get(0)
                .id();
    }
}
