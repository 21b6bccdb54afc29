package io.fairpatch.web;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.web.view.Shell.OrgBadge;
import io.fairpatch.web.view.SignInPage.DemoPerson;
import java.util.List;

/**
 * The org that the pages are about; given by the application that starts the server.
 *
 * @param kind how careful to be, shown on every page
 * @param demoPeople shown at the door of the practice org only; empty otherwise
 */
public record Site(SalesforceId org, String orgName, OrgBadge.Kind kind, List<DemoPerson> demoPeople) {
    public Site {
        demoPeople = List.copyOf(demoPeople);
        if (kind != OrgBadge.Kind.PRACTICE && !demoPeople.isEmpty()) {
            throw new IllegalArgumentException("Demo people (" + demoPeople.size()
                    + ") may be shown at the door of a practice org only, and " + orgName + " is " + kind.word());
        }
    }
}
