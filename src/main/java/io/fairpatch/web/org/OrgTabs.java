package io.fairpatch.web.org;

import io.fairpatch.web.view.OrgTab;
import java.util.List;

/** The parts of the page about the org. */
final class OrgTabs {
    private OrgTabs() {}

    /** @param path the part shown */
    static List<OrgTab> at(String path) {
        return List.of(tab("Checks", "/org", path), tab("Data", "/org/data", path));
    }

    private static OrgTab tab(String label, String href, String path) {
        return new OrgTab(label, href, href.equals(path));
    }
}
