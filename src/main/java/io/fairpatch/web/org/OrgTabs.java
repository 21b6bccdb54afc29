package io.fairpatch.web.org;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.web.view.OrgTab;
import java.util.ArrayList;
import java.util.List;

/** The parts of the page about the org. */
final class OrgTabs {
    private OrgTabs() {}

    /** @param path the part shown */
    static List<OrgTab> at(String path, Person person) {
        var tabs = new ArrayList<>(List.of(tab("Checks", "/org", path), tab("Data", "/org/data", path)));
        if (person.may(Action.SYNC)) {
            tabs.add(tab("Import", ImportViews.PATH, path));
        }
        return tabs;
    }

    private static OrgTab tab(String label, String href, String path) {
        return new OrgTab(label, href, href.equals(path));
    }
}
