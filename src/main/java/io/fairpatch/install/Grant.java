package io.fairpatch.install;

/**
 * A right that a permission set gives.
 *
 * @param target a field as {@code Account.Territory__c}, or an object
 * @param right the column of FieldPermissions or ObjectPermissions, for example PermissionsEdit
 */
record Grant(String target, String right) implements Comparable<Grant> {
    boolean ofField() {
        return target.contains(".");
    }

    String object() {
        return ofField() ? target.substring(0, target.indexOf('.')) : target;
    }

    /** As people say it: "edit Account.Territory__c". */
    String words() {
        return switch (right) {
                    case "PermissionsRead" -> "read ";
                    case "PermissionsEdit" -> "edit ";
                    case "PermissionsCreate" -> "create ";
                    case "PermissionsDelete" -> "delete ";
                    case "PermissionsViewAllRecords" -> "view all of ";
                    default -> "modify all of ";
                }
                + target;
    }

    @Override
    public int compareTo(Grant other) {
        return words().compareTo(other.words());
    }
}
