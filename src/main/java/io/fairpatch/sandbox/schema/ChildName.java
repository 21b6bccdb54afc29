package io.fairpatch.sandbox.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a relationship is called from the parent's side. */
public final class ChildName {
    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("Account.ParentId", "ChildAccounts"),
            Map.entry("AccountTeamMember.AccountId", "AccountTeamMembers"),
            Map.entry("AccountHistory.AccountId", "Histories"),
            Map.entry("User.ManagerId", "ManagedUsers"),
            Map.entry("PermissionSetAssignment.PermissionSetId", "Assignments"),
            Map.entry("FieldPermissions.ParentId", "FieldPerms"),
            Map.entry("ObjectPermissions.ParentId", "ObjectPerms"),
            Map.entry("Note.ParentId", "Notes"),
            Map.entry("Attachment.ParentId", "Attachments"),
            Map.entry("OpportunityTeamMember.OpportunityId", "OpportunityTeamMembers"),
            Map.entry("ObjectTerritory2Association.ObjectId", "ObjectTerritory2Associations"),
            Map.entry("Territory2.Territory2ModelId", "Territories"),
            Map.entry("EntityParticle.EntityDefinitionId", "Particles"),
            Map.entry("FieldDefinition.EntityDefinitionId", "Fields"),
            Map.entry("ValidationRule.EntityDefinitionId", "ValidationRules"));

    private ChildName() {}

    /** The name by which a query on the parent finds records that point to it with this field; null for none. */
    public static @Nullable String of(ObjectType child, Field field, ObjectType parent) {
        if (!field.referenceTo().contains(parent.name())) {
            return null;
        }
        var special = SPECIAL.get(child.name() + "." + field.name());
        if (special != null) {
            return special;
        }
        if (field.isCustom()) {
            return child.labelPlural().replace(" ", "") + "__r";
        }
        // an activity's account is that of its What or Who, by which it is found
        boolean activity = child.field("WhatId").isPresent();
        boolean usual =
                activity ? field.name().matches("WhatId|WhoId") : field.name().equals(parent.name() + "Id");
        if (!usual || parent.isSetup()) {
            return null;
        }
        var plain = child.labelPlural().replace(" ", "");
        return child.name().startsWith("Opportunity") && !child.name().equals("Opportunity")
                ? child.name() + "s"
                : plain;
    }
}
