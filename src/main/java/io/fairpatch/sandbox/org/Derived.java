package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Change.FieldWrite;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values the org sets by itself: defaults of a new record, and fields computed from others. */
final class Derived {
    private static final Map<String, Map<String, Object>> DEFAULTS = Map.ofEntries(
            Map.entry(
                    "User",
                    Map.of(
                            "IsActive", true,
                            "UserType", "Standard",
                            "TimeZoneSidKey", "America/Los_Angeles",
                            "LocaleSidKey", "en_US",
                            "LanguageLocaleKey", "en_US",
                            "EmailEncodingKey", "UTF-8")),
            Map.entry("Task", Map.of("Status", "Not Started", "Priority", "Normal", "TaskSubtype", "Task")),
            Map.entry("Case", Map.of("Status", "New", "Priority", "Medium")),
            Map.entry("Lead", Map.of("Status", "Open - Not Contacted")),
            Map.entry("Campaign", Map.of("Status", "Planned")),
            Map.entry("Contract", Map.of("Status", "Draft")),
            Map.entry("Order", Map.of("Status", "Draft")),
            Map.entry("AccountTeamMember", Map.of("AccountAccessLevel", "Read", "OpportunityAccessLevel", "None")),
            Map.entry("OpportunityTeamMember", Map.of("OpportunityAccessLevel", "Read")),
            Map.entry("PermissionSet", Map.of("IsCustom", true, "Type", "Regular")),
            Map.entry("PermissionSetAssignment", Map.of("IsActive", true)),
            Map.entry(
                    "ObjectTerritory2Association",
                    Map.of("AssociationCause", "Territory2Manual", "SobjectType", "Account")),
            Map.entry("Territory2", Map.of("AccountAccessLevel", "Read", "OpportunityAccessLevel", "None")),
            Map.entry("Territory2Model", Map.of("State", "Planning")),
            Map.entry("UserTerritory2Association", Map.of("IsActive", true)));

    /** The one status of cases that ends them. */
    private static final String CLOSED = "Closed";

    private final Org org;

    Derived(Org org) {
        this.org = org;
    }

    /** Fills what a client may leave out of a new record; {@code ownerId} null leaves records without owner. */
    void defaults(ObjectType type, @Nullable Object[] values, @Nullable String ownerId) {
        DEFAULTS.getOrDefault(type.name(), Map.of()).forEach((name, value) -> fill(type, values, name, value));
        for (var field : type.fields()) {
            if (field.type() == FieldType.BOOLEAN && values[field.column()] == null) {
                values[field.column()] = false;
            }
        }
        if (ownerId != null) {
            fill(type, values, "OwnerId", ownerId);
        }
    }

    /** Drops the probability of a stage that was left, unless the client set one. */
    void forgetStale(ObjectType type, @Nullable Object[] values, List<FieldWrite> writes) {
        var names = writes.stream().map(write -> write.field().name()).toList();
        if (type.name().equals("Opportunity") && names.contains("StageName") && !names.contains("Probability")) {
            set(type, values, "Probability", null);
        }
    }

    /** Computes what follows from other fields, after any of them may have changed. */
    void complete(ObjectType type, @Nullable Object[] values) {
        switch (type.name()) {
            case "User", "Contact", "Lead" -> fullName(type, values);
            case "Opportunity" -> stage(type, values);
            case "Task", "Event" -> activity(type, values);
            case "Case" ->
                set(
                        type,
                        values,
                        "IsClosed",
                        CLOSED.equals(values[type.require("Status").column()]));
            default -> {
                // nothing follows from other fields
            }
        }
    }

    private static void fullName(ObjectType type, @Nullable Object[] values) {
        var name = Stream.of("FirstName", "LastName")
                .map(part -> values[type.require(part).column()])
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        set(type, values, "Name", name);
    }

    private void stage(ObjectType type, @Nullable Object[] values) {
        var stages = org.table("OpportunityStage");
        var label = stages.type().require("MasterLabel");
        var wanted = values[type.require("StageName").column()];
        stages.rows().stream()
                .filter(row -> Objects.equals(row.get(label), wanted))
                .findFirst()
                .ifPresent(stage -> {
                    for (var name : new String[] {"IsClosed", "IsWon", "ForecastCategory", "ForecastCategoryName"}) {
                        set(type, values, name, stage.get(stages.type().require(name)));
                    }
                    fill(type, values, "Probability", stage.get(stages.type().require("DefaultProbability")));
                });
        expected(type, values);
        fiscal(type, values);
    }

    private static void expected(ObjectType type, @Nullable Object[] values) {
        if (values[type.require("Amount").column()] instanceof Double amount
                && values[type.require("Probability").column()] instanceof Double probability) {
            set(type, values, "ExpectedRevenue", Math.round(amount * probability) / 100.0);
        }
    }

    private void fiscal(ObjectType type, @Nullable Object[] values) {
        if (values[type.require("CloseDate").column()] instanceof Integer day) {
            var date = LocalDate.ofEpochDay(day);
            var years = org.fiscalYears();
            int year = years.year(date);
            int quarter = years.quarter(date);
            set(type, values, "FiscalYear", year);
            set(type, values, "FiscalQuarter", quarter);
            set(type, values, "Fiscal", year + " " + quarter);
        }
    }

    private void activity(ObjectType type, @Nullable Object[] values) {
        type.field("IsClosed").ifPresent(field -> {
            values[field.column()] =
                    "Completed".equals(values[type.require("Status").column()]);
            set(
                    type,
                    values,
                    "IsHighPriority",
                    "High".equals(values[type.require("Priority").column()]));
        });
        accountOfActivity(type, values);
    }

    /** An activity belongs to the account of what it is about, else to that of whom it is with. */
    private void accountOfActivity(ObjectType type, @Nullable Object[] values) {
        if (values[type.require("WhatId").column()] instanceof String what) {
            boolean direct = org.table("Account").find(what).isPresent();
            set(type, values, "AccountId", direct ? what : accountOf("Opportunity", what));
        } else if (values[type.require("WhoId").column()] instanceof String who) {
            set(type, values, "AccountId", accountOf("Contact", who));
        }
    }

    private @Nullable Object accountOf(String object, String id) {
        var table = org.table(object);
        var link = table.type().require("AccountId");
        return table.find(id).map(row -> row.get(link)).orElse(null);
    }

    private static void fill(ObjectType type, @Nullable Object[] values, String name, @Nullable Object value) {
        type.field(name).ifPresent(field -> {
            if (values[field.column()] == null) {
                values[field.column()] = value;
            }
        });
    }

    private static void set(ObjectType type, @Nullable Object[] values, String name, @Nullable Object value) {
        values[type.require(name).column()] = value;
    }
}
