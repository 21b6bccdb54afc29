package io.fairpatch.install;

import io.fairpatch.org.OrgIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a deployment would change in the org.
 *
 * @param org the org it is about
 */
public record Changes(OrgIdentity org, List<Change> list) {
    public Changes {
        list = List.copyOf(list);
    }

    public boolean none() {
        return list.isEmpty();
    }

    public long count(Change.Kind kind) {
        return list.stream().filter(change -> change.kind() == kind).count();
    }

    /** "Would add 7 fields, 3 permission sets and 41 rights to Acme." */
    public String sentence() {
        if (none()) {
            return org.name() + " has all our fields and permissions; nothing is to be changed.";
        }
        var counts = Arrays.stream(Change.Kind.values())
                .filter(kind -> count(kind) > 0)
                .map(kind -> count(kind) + " " + kind.words() + (count(kind) == 1 ? "" : "s"))
                .collect(Collectors.toList());
        var last = counts.remove(counts.size() - 1);
        var all = counts.isEmpty() ? last : String.join(", ", counts) + " and " + last;
        return "To be added to " + org.name() + " (" + (org.production() ? "production" : "sandbox") + "): " + all
                + ".";
    }
}
