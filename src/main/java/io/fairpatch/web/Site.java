package io.fairpatch.web;

import io.fairpatch.jobs.CurrentOrg;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.sync.SyncService;
import io.fairpatch.web.view.Shell.OrgBadge;
import io.fairpatch.web.view.SignInPage.DemoPerson;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The org that the pages are about. In the demo ({@code fairpatch.demo: true}) it is a practice org, and the door names
 * the people of {@code fairpatch.demo-people}, each as {@code name:password:role}.
 */
@Singleton
public class Site {
    private final CurrentOrg current;
    private final SyncService sync;
    private final boolean demo;
    private final List<DemoPerson> demoPeople;

    Site(
            CurrentOrg current,
            SyncService sync,
            @Property(name = "fairpatch.demo", defaultValue = "false") boolean demo,
            @Property(name = "fairpatch.demo-people", defaultValue = "") List<String> people) {
        this.current = current;
        this.sync = sync;
        this.demo = demo;
        this.demoPeople = demo
                ? people.stream()
                        .filter(text -> !text.isBlank())
                        .map(Site::person)
                        .toList()
                : List.of();
    }

    public SalesforceId org() {
        return current.require().id();
    }

    /** ISO code of what all amounts are in, for the foot of every page; empty when the org has one currency. */
    public String currency() {
        return sync.currency(org());
    }

    /** Name and kind of the org, as the badge on every page shows them. */
    public OrgBadge badge() {
        var org = current.require();
        if (demo) {
            return new OrgBadge(org.name(), OrgBadge.Kind.PRACTICE);
        }
        return new OrgBadge(org.name(), org.production() ? OrgBadge.Kind.PRODUCTION : OrgBadge.Kind.SANDBOX);
    }

    /** Who may sign in to the practice org; empty on any other. */
    public List<DemoPerson> demoPeople() {
        return demoPeople;
    }

    private static DemoPerson person(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("The demo person (" + text + ") must be name:password:role");
        }
        return new DemoPerson(parts[0], parts[1], parts[2]);
    }
}
