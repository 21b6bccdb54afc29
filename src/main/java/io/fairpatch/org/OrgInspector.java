package io.fairpatch.org;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Looks an org over; never changes it. Thread-safe. Every method throws {@link io.fairpatch.error.FairpatchException}
 * with a code of the 3000s; passing faults were retried before.
 */
public interface OrgInspector {
    /** The API versions that the org offers, oldest first, for example "66.0". */
    List<String> versions();

    /** The org's clock, to the second. */
    Instant clock();

    /** API names of the objects that the signed-in user may see. */
    Set<String> objects();

    /** The rows of a small query of records; a column may be dotted, as in {@code Profile.Name}. */
    List<OrgRow> rows(String soql);

    /** The rows of a small query of the org's metadata (Tooling API), for example of validation rules. */
    List<OrgRow> metadata(String soql);
}
