package io.fairpatch.sandbox.state;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Rights.General;
import io.fairpatch.sandbox.org.Rights.ObjectRight;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.SetupRows;
import io.fairpatch.sandbox.org.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** States in which the integration user has fewer rights; they are changes to the records that give them. */
final class RightStates {
    private static final String SET = "PermissionSet";
    private static final String ASSIGNMENT = "PermissionSetAssignment";
    private static final String API_LICENCE = "PermissionSetLicenseAssign";
    private static final String FIELDS = "FieldPermissions";
    private static final String OBJECTS = "ObjectPermissions";
    private static final String PRODUCT = "Fairpatch_Integration";

    private final Org org;
    private final String userId;
    private final SetupRows rows;

    RightStates(Org org, String userId, SetupRows rows) {
        this.org = org;
        this.userId = userId;
        this.rows = rows;
    }

    Runnable field(StateParams params, boolean readable) {
        var type = params.object(org, "Account");
        var name = type.name() + "."
                + Objects.requireNonNullElse(
                        params.field(type).compound(), params.field(type).name());
        if (rows.find(FIELDS, row -> rows.text(FIELDS, row, "Field").equalsIgnoreCase(name))
                .isEmpty()) {
            throw new IllegalArgumentException(name
                    + " has no rights of its own: whoever sees the object sees it. The state missing-field hides it");
        }
        return each(
                FIELDS,
                row -> rows.text(FIELDS, row, "Field").equalsIgnoreCase(name),
                Map.of(ObjectRight.READ.field(), readable, ObjectRight.EDIT.field(), false));
    }

    Runnable object(StateParams params) {
        var type = params.object(org, "Account");
        var wanted = Set.of(params.text("rights", "").toLowerCase(Locale.ROOT).split(" +"));
        var values = new HashMap<String, Object>();
        for (var right : ObjectRight.values()) {
            values.put(
                    right.field(),
                    wanted.contains(right.name().toLowerCase(Locale.ROOT).replace("_", "")));
        }
        return Undo.all(
                general(General.VIEW_ALL_DATA),
                general(General.MODIFY_ALL_DATA),
                each(OBJECTS, row -> rows.text(OBJECTS, row, "SobjectType").equals(type.name()), values));
    }

    /** Takes a right over all records away, which is given twice: for the org, and object by object. */
    Runnable all(StateParams params, ObjectRight right) {
        var object = params.text("object", "");
        var values = right == ObjectRight.VIEW_ALL
                ? Map.of(right.field(), false, ObjectRight.MODIFY_ALL.field(), false)
                : Map.of(right.field(), false);
        return Undo.all(
                general(General.MODIFY_ALL_DATA),
                right == ObjectRight.VIEW_ALL ? general(General.VIEW_ALL_DATA) : () -> {},
                each(
                        OBJECTS,
                        row -> object.isEmpty()
                                || rows.text(OBJECTS, row, "SobjectType").equals(object),
                        values));
    }

    Runnable general(StateParams params) {
        var field = "Permissions" + params.require("name").replaceFirst("^Permissions", "");
        if (org.schema().require(SET).field(field).isEmpty()) {
            throw new IllegalArgumentException("a permission set has no right " + params.require("name"));
        }
        return eachSet(Map.of(field, false));
    }

    private Runnable general(General right) {
        return eachSet(Map.of(right.field(), false));
    }

    private Runnable eachSet(Map<String, Object> values) {
        var sets = sets();
        return Undo.all(rows.find(SET, row -> sets.contains(row.id())).stream()
                .map(row -> rows.set(SET, row.id(), values))
                .toArray(Runnable[]::new));
    }

    private Runnable each(String object, Predicate<Row> test, Map<String, ?> values) {
        var sets = sets();
        return Undo.all(
                rows.find(object, row -> sets.contains(rows.text(object, row, "ParentId")) && test.test(row)).stream()
                        .map(row -> rows.set(object, row.id(), values))
                        .toArray(Runnable[]::new));
    }

    /** Ids of the user's permission sets, that of the profile included. */
    private List<String> sets() {
        return assignments().stream()
                .map(row -> rows.text(ASSIGNMENT, row, "PermissionSetId"))
                .toList();
    }

    private List<Row> assignments() {
        return rows.find(
                ASSIGNMENT, row -> rows.text(ASSIGNMENT, row, "AssigneeId").equals(userId));
    }

    Runnable unassigned(StateParams params) {
        return Undo.all(assignments(params).stream()
                .map(row -> rows.remove(ASSIGNMENT, row.id()))
                .toArray(Runnable[]::new));
    }

    Runnable expired(StateParams params) {
        var values = Map.of(
                "IsActive",
                (Object) false,
                "ExpirationDate",
                Values.stamp(org.clock().instant()));
        return Undo.all(assignments(params).stream()
                .map(row -> rows.set(ASSIGNMENT, row.id(), values))
                .toArray(Runnable[]::new));
    }

    Runnable noSet(StateParams params) {
        var id = set(params).id();
        return Undo.all(unassigned(params), rows.remove(SET, id));
    }

    private List<Row> assignments(StateParams params) {
        var id = set(params).id();
        return assignments().stream()
                .filter(row -> rows.text(ASSIGNMENT, row, "PermissionSetId").equals(id))
                .toList();
    }

    private Row set(StateParams params) {
        var name = params.text("name", PRODUCT);
        return rows.find(SET, row -> rows.text(SET, row, "Name").equals(name)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no permission set \"" + name + "\""));
    }

    /** Gives the user the profile that has no rights of its own but to use the API. */
    Runnable minimum(StateParams params) {
        return Undo.all(minimumProfile(), params.text("apiLicence", "true").equals("true") ? () -> {} : noApiLicence());
    }

    private Runnable noApiLicence() {
        var held = rows.find(
                API_LICENCE, row -> rows.text(API_LICENCE, row, "AssigneeId").equals(userId));
        return Undo.all(
                held.stream().map(row -> rows.remove(API_LICENCE, row.id())).toArray(Runnable[]::new));
    }

    private Runnable minimumProfile() {
        var profile = rows.find(
                        "Profile", row -> rows.text("Profile", row, "Name").startsWith("Minimum"))
                .get(0);
        var own = rows.find(SET, row -> rows.text(SET, row, "ProfileId").equals(profile.id()))
                .get(0);
        var before = assignments().stream()
                .filter(row -> rows.find(
                                        SET,
                                        set -> set.id().equals(rows.text(ASSIGNMENT, row, "PermissionSetId"))
                                                && !rows.text(SET, set, "ProfileId")
                                                        .isEmpty())
                                .size()
                        > 0)
                .map(row -> rows.remove(ASSIGNMENT, row.id()))
                .toArray(Runnable[]::new);
        var added = rows.add(ASSIGNMENT, Map.of("AssigneeId", userId, "PermissionSetId", own.id(), "IsActive", true));
        return Undo.all(
                rows.set("User", userId, Map.of("ProfileId", profile.id())),
                Undo.all(before),
                () -> rows.remove(ASSIGNMENT, added));
    }

    Runnable inactive() {
        return rows.set("User", userId, Map.of("IsActive", false));
    }
}
