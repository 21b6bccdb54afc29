package io.fairpatch.sandbox.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a relationship is called from the parent's side. */
public final class ChildName {
    private static final Map<String, String> SPECIAL = Map.of(
            "Account.ParentId", "ChildAccounts",
            "AccountTeamMember.AccountId", "AccountTeamMembers",
            "AccountHistory.AccountId", "Histories",
            "User.ManagerId", "ManagedUsers",
            "PermissionSetAssignment.PermissionSetId", "Assignments",
            "FieldPermissions.ParentId", "FieldPerms",
            "ObjectPermissions.ParentId", "ObjectPerms",
            "OpportunityTeamMember.OpportunityId", "OpportunityTeamMembers",
            "ObjectTerritory2Association.ObjectId", "ObjectTerritory2Associations",
            "Territory2.Territory2ModelId", "Territories");

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
        boolean usual =
                field.name().equals(parent.name() + "Id") || field.name().equals("WhatId");
        if (!usual || parent.isSetup()) {
            return null;
        }
        var plain = child.labelPlural().replace(" ", "");
        return child.name().startsWith("Opportunity") && !child.name().equals("Opportunity")
                ? child.name() + "s"
                : plain;
    }
}
