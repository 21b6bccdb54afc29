package io.fairpatch.insight.report;

import io.fairpatch.insight.report.ReportMaker.Group;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a report is called, where it stands, and what can be set on it.
 *
 * @param name in addresses and on the command line, lower case with hyphens
 * @param title the question it answers, a few words, shown in the menu
 */
public record About(String name, String title, Group group, List<Choice> choices) {
    public About {
        choices = List.copyOf(choices);
    }

    public static About of(String name, String title, Group group, Choice... choices) {
        return new About(name, title, group, List.of(choices));
    }

    /** Address of its page: those about accounts stand beside the accounts, all others beside the territories. */
    public String address() {
        return (group == Group.ACCOUNTS ? "/accounts" : "/territories") + "/reports/" + name;
    }

    /** Address of the rows behind a row. */
    public String address(String row) {
        return address() + "?open=" + URLEncoder.encode(row, StandardCharsets.UTF_8);
    }
}
