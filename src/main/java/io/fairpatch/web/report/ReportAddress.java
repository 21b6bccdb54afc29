package io.fairpatch.web.report;

import io.fairpatch.insight.report.ReportMaker.Group;
import io.fairpatch.insight.report.Reports;
import io.fairpatch.web.view.ReportPage.Link;
import io.fairpatch.web.view.ReportPage.Menu;
import java.util.ArrayList;
import java.util.List;

/** The menus of reports: those about accounts beside the accounts, all others beside the territories. */
public final class ReportAddress {
    static final String QUESTIONS = "/territories/questions";

    private ReportAddress() {}

    /**
     * The reports that stand beside the page of accounts, or of territories.
     *
     * @param current name of the report shown, empty for none
     */
    public static List<Menu> menu(Reports reports, boolean accounts, String current) {
        var menu = new ArrayList<Menu>();
        for (Group group : Group.values()) {
            if ((group == Group.ACCOUNTS) == accounts) {
                var links = new ArrayList<Link>();
                reports.all().stream()
                        .filter(maker -> maker.group() == group)
                        .forEach(maker -> links.add(new Link(
                                maker.title(),
                                maker.about().address(),
                                maker.name().equals(current))));
                if (group == Group.BALANCE) {
                    links.add(new Link("The five questions", QUESTIONS, current.equals(QUESTIONS)));
                }
                menu.add(new Menu(words(group), links));
            }
        }
        return menu.stream().filter(part -> !part.links().isEmpty()).toList();
    }

    private static String words(Group group) {
        return switch (group) {
            case ACCOUNTS -> "Accounts";
            case BALANCE -> "Balance and quota";
            case COVERAGE -> "Coverage";
            case CAPACITY -> "Capacity";
            case PERFORMANCE -> "Performance";
        };
    }
}
