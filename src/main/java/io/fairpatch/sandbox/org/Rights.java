package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a user may see and change: all that the profile and the assigned permission sets give together.
 *
 * @param general rights to the org as a whole
 * @param objects rights by object
 * @param readable fields that may be read, as {@code account.name} in lower case
 * @param editable fields that may be written
 */
public record Rights(
        Set<General> general, Map<String, Set<ObjectRight>> objects, Set<String> readable, Set<String> editable) {
    /** Rights to the org as a whole; the names are those of the fields of a permission set. */
    public enum General {
        API_ENABLED("PermissionsApiEnabled"),
        VIEW_ALL_DATA("PermissionsViewAllData"),
        MODIFY_ALL_DATA("PermissionsModifyAllData"),
        MODIFY_METADATA("PermissionsModifyMetadata"),
        MANAGE_USERS("PermissionsManageUsers"),
        VIEW_SETUP("PermissionsViewSetup"),
        HARD_DELETE("PermissionsBulkApiHardDelete");

        private final String field;

        General(String field) {
            this.field = field;
        }

        /** The field that says so in a permission set. */
        public String field() {
            return field;
        }
    }

    /** Rights to the records of an object; the names are those of the fields of ObjectPermissions. */
    public enum ObjectRight {
        READ("PermissionsRead"),
        CREATE("PermissionsCreate"),
        EDIT("PermissionsEdit"),
        DELETE("PermissionsDelete"),
        VIEW_ALL("PermissionsViewAllRecords"),
        MODIFY_ALL("PermissionsModifyAllRecords");

        private final String field;

        ObjectRight(String field) {
            this.field = field;
        }

        /** The field that says so in ObjectPermissions. */
        public String field() {
            return field;
        }
    }

    public Rights {
        general = Set.copyOf(general);
        objects = Map.copyOf(objects);
        readable = Set.copyOf(readable);
        editable = Set.copyOf(editable);
    }

    public boolean may(General right) {
        return general.contains(right);
    }

    /** Whether the user may do this with records of the object, as far as sharing lets records be reached. */
    public boolean may(ObjectRight right, ObjectType type) {
        if (type.isSetup()) {
            return right == ObjectRight.READ || right == ObjectRight.VIEW_ALL || may(General.MODIFY_ALL_DATA);
        }
        boolean all = may(General.MODIFY_ALL_DATA)
                || may(General.VIEW_ALL_DATA) && (right == ObjectRight.READ || right == ObjectRight.VIEW_ALL);
        return all
                || objects.getOrDefault(type.rightsOf(), EnumSet.noneOf(ObjectRight.class))
                        .contains(right);
    }

    public boolean mayRead(ObjectType type, Field field) {
        return isFree(type, field) || readable.contains(key(type, field));
    }

    public boolean mayEdit(ObjectType type, Field field) {
        return isFree(type, field) || editable.contains(key(type, field));
    }

    private static boolean isFree(ObjectType type, Field field) {
        return !field.isPermissionable() || type.isSetup() && !field.isCustom();
    }

    /** The name that FieldPermissions has for the field, in lower case. */
    static String key(ObjectType type, Field field) {
        return name(type, field).toLowerCase(Locale.ROOT);
    }

    /** The name that FieldPermissions has for the field: parts of a compound field go by the whole. */
    static String name(ObjectType type, Field field) {
        return type.name() + "." + (field.compound() == null ? field.name() : field.compound());
    }
}
