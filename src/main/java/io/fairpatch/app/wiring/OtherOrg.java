package io.fairpatch.app.wiring;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.jobs.CurrentOrg;
import io.fairpatch.jobs.CurrentOrg.KnownOrg;
import io.micronaut.context.BeanLocator;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Notices that the settings name another org than the one that was connected last: until a sync, all that is read from
 * the database is about that one.
 */
public final class OtherOrg {
    /** Sign-in hosts that many orgs share: they say nothing of which org is meant. */
    private static final Set<String> SHARED = Set.of("login.salesforce.com", "test.salesforce.com");

    private OtherOrg() {}

    /** What to tell; empty when both are the same, or one of them is not known. */
    public static Optional<String> sentence(BeanLocator beans) {
        return beans.getBean(CurrentOrg.class).known().flatMap(known -> named(beans)
                .filter(url -> !SHARED.contains(url.getHost()) && !same(url, known))
                .map(url -> "The settings name the org at " + url + ", but the last copy is of " + known.name() + " ("
                        + known.id() + ") at " + known.instanceUrl()
                        + ": what is read here is about that one until you run ./fairpatch sync."));
    }

    private static boolean same(URI url, KnownOrg known) {
        return url.getAuthority()
                .equalsIgnoreCase(URI.create(known.instanceUrl()).getAuthority());
    }

    private static Optional<URI> named(BeanLocator beans) {
        try {
            return Optional.of(beans.getBean(OrgAccess.class).url());
        } catch (FairpatchException e) {
            // no org is named, or its address is none: who asks the org is told so
            return Optional.empty();
        }
    }
}
