package io.fairpatch.doctor;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.OrgInspector;
import io.fairpatch.org.OrgRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the signed-in user may do, added up over its profile and permission sets.
 *
 * @param user one row: who it is
 * @param sets its permission sets; the profile has one of its own
 * @param objects rights on objects, one row a permission set and object
 */
record UserRights(OrgRow user, List<OrgRow> sets, List<OrgRow> objects) {
    private static final String USER = "SELECT Id, Username, IsActive, UserType, ProfileId, Profile.Name,"
            + " Profile.UserLicense.Name FROM User WHERE Id = '%s'";
    private static final String ASSIGNED =
            "SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = '%s'" + " AND IsActive = true";
    private static final String SETS =
            "SELECT Id, Name, PermissionsViewAllData, PermissionsModifyAllData FROM PermissionSet WHERE ";
    private static final String OBJECTS = "SELECT ParentId, SobjectType, PermissionsRead, PermissionsEdit,"
            + " PermissionsViewAllRecords, PermissionsModifyAllRecords FROM ObjectPermissions WHERE ParentId IN (%s)";

    static UserRights read(OrgInspector inspector, SalesforceId userId) {
        var user = inspector.rows(USER.formatted(userId)).stream().findFirst().orElse(new OrgRow(Map.of()));
        var sets = new ArrayList<>(inspector.rows(SETS + "ProfileId = '" + user.text("ProfileId") + "'"));
        var assigned = ids(inspector.rows(ASSIGNED.formatted(userId)), "PermissionSetId");
        if (!assigned.isEmpty()) {
            sets.addAll(inspector.rows(SETS + "Id IN (" + assigned + ")"));
        }
        var all = ids(sets, "Id");
        return new UserRights(
                user, List.copyOf(sets), all.isEmpty() ? List.of() : inspector.rows(OBJECTS.formatted(all)));
    }

    String username() {
        return user.text("Username");
    }

    boolean has(String permissionSet) {
        return sets.stream().anyMatch(row -> row.text("Name").equals(permissionSet));
    }

    /** @param right a column of PermissionSet, for example PermissionsModifyAllData */
    boolean mayEverywhere(String right) {
        return sets.stream().anyMatch(row -> row.isTrue(right));
    }

    /** @param right a column of ObjectPermissions, for example PermissionsViewAllRecords */
    boolean may(String object, String right) {
        return objects.stream().anyMatch(row -> row.text("SobjectType").equals(object) && row.isTrue(right));
    }

    private static String ids(List<OrgRow> rows, String column) {
        return rows.stream().map(row -> "'" + row.text(column) + "'").distinct().collect(Collectors.joining(","));
    }
}
