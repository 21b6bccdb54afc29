package io.fairpatch.doctor;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which fields the org knows grants for, whoever has them. */
final class Grants {
    private Grants() {}

    /** Those of {@code names} that some permission set grants: they exist, even when describe hides them from us. */
    static Set<String> known(Examination it, String object, Collection<String> names) {
        if (names.isEmpty() || !it.objects().contains("FieldPermissions")) {
            return Set.of();
        }
        var listed = names.stream().map(name -> "'" + object + "." + name + "'").collect(Collectors.joining(","));
        return it
                .inspector()
                .rows("SELECT Field FROM FieldPermissions WHERE SobjectType = '" + object + "' AND Field IN (" + listed
                        + ")")
                .stream()
                .map(row -> row.text("Field").substring(object.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
