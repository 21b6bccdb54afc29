package io.fairpatch.insight.report;

import io.fairpatch.insight.report.ReportMaker.Group;
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
}
