package io.fairpatch.org;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where the name of a field leads: to the object itself or, by dots, to a record that it looks up
 * ({@code Owner.Region__c}, {@code Parent.Owner.Name}).
 *
 * @param object the object that has the field at the end
 */
public record FieldPath(String object, FieldSchema field) {
    /**
     * Follows a path.
     *
     * @param describe an object as this user sees it; empty when it is hidden
     * @return empty when a field on the way is not shown to this user
     */
    public static Optional<FieldPath> of(
            ObjectSchema start, String path, Function<String, Optional<ObjectSchema>> describe) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return start.field(path).map(field -> new FieldPath(start.object(), field));
        }
        return start.field(lookup(path.substring(0, dot))).stream()
                .flatMap(field -> field.referenceTo().stream())
                .flatMap(parent -> describe.apply(parent).stream())
                .flatMap(parent -> of(parent, path.substring(dot + 1), describe).stream())
                .findFirst();
    }

    /** The field that holds the id of a record that is looked up. */
    private static String lookup(String relationship) {
        return relationship.endsWith("__r")
                ? relationship.substring(0, relationship.length() - 1) + "c"
                : relationship + "Id";
    }
}
