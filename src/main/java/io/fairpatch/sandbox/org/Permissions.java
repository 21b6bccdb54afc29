package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Rights.General;
import io.fairpatch.sandbox.org.Rights.ObjectRight;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The permission sets every org begins with: one for each profile, and that of this product unless it is bare. */
final class Permissions {
    private static final List<String> PRODUCT_FIELDS = List.of(
            "Territory__c",
            "Territory_Rep__c",
            "Territory_Assigned_Date__c",
            "Territory_Score__c",
            "Territory_Tier__c",
            "Territory_Reason__c",
            "Territory_Commit__c");

    private final Org org;
    private final SetupRows rows;

    Permissions(Org org, SetupRows rows) {
        this.org = org;
        this.rows = rows;
    }

    /** The permission set that a profile owns, with rights to all records, or to the user's own, or to none; its id. */
    String ofProfile(String profileId, String name, Basics.Reach reach) {
        var values = new HashMap<String, Object>(Map.of(
                "Name",
                "X" + profileId.substring(0, 15),
                "Label",
                name,
                "IsOwnedByProfile",
                true,
                "ProfileId",
                profileId,
                "Type",
                "Profile",
                General.API_ENABLED.field(),
                true));
        if (reach == Basics.Reach.ALL) {
            for (var right : General.values()) {
                values.put(right.field(), true);
            }
        }
        var id = rows.add("PermissionSet", values);
        if (reach != Basics.Reach.NOTHING) {
            org.schema().objects().forEach(type -> grant(id, type, reach == Basics.Reach.ALL));
        }
        return id;
    }

    private void grant(String parentId, ObjectType type, boolean all) {
        if (!type.isSetup() && type.rightsOf().equals(type.name())) {
            var values = new HashMap<String, Object>(Map.of("ParentId", parentId, "SobjectType", type.name()));
            for (var right : ObjectRight.values()) {
                values.put(right.field(), all || right.ordinal() <= ObjectRight.DELETE.ordinal());
            }
            rows.add("ObjectPermissions", values);
        }
        var names = new LinkedHashSet<String>();
        type.fields().stream()
                .filter(field -> field.isPermissionable() && (!type.isSetup() || field.isCustom()))
                .forEach(field -> names.add(Rights.name(type, field)));
        names.forEach(name -> field(parentId, type, name));
    }

    private void field(String parentId, ObjectType type, String name) {
        rows.add(
                "FieldPermissions",
                Map.of(
                        "ParentId",
                        parentId,
                        "SobjectType",
                        type.name(),
                        "Field",
                        name,
                        "PermissionsRead",
                        true,
                        "PermissionsEdit",
                        true));
    }

    /** What a finished install of this product leaves in an org, assigned to its integration user. */
    void ofProduct(String userId) {
        var id = rows.add(
                "PermissionSet",
                Map.of(
                        "Name",
                        "Fairpatch_Integration",
                        "Label",
                        "Fairpatch Integration",
                        "IsCustom",
                        true,
                        "Type",
                        "Regular"));
        var account = org.schema().require("Account");
        PRODUCT_FIELDS.forEach(name -> field(id, account, "Account." + name));
        for (var object : List.of("Account", "Contact", "Opportunity")) {
            var values = new HashMap<String, Object>(Map.of("ParentId", id, "SobjectType", object));
            values.put(ObjectRight.READ.field(), true);
            values.put(ObjectRight.VIEW_ALL.field(), true);
            values.put(ObjectRight.EDIT.field(), object.equals("Account"));
            values.put(ObjectRight.MODIFY_ALL.field(), object.equals("Account"));
            rows.add("ObjectPermissions", values);
        }
        assign(userId, id);
    }

    /** Takes the fields of this product out of the org, with all rights to them. */
    void removeProductFields() {
        var account = org.schema().require("Account");
        org.define(account.with(account.fields().stream()
                .filter(field -> !PRODUCT_FIELDS.contains(field.name()))
                .toList()));
        rows.find("FieldPermissions", row -> PRODUCT_FIELDS.stream()
                        .anyMatch(name ->
                                rows.text("FieldPermissions", row, "Field").equals("Account." + name)))
                .forEach(row -> rows.remove("FieldPermissions", row.id()));
    }

    void assign(String userId, String permissionSetId) {
        rows.add(
                "PermissionSetAssignment",
                Map.of("AssigneeId", userId, "PermissionSetId", permissionSetId, "IsActive", true));
    }
}
