package io.fairpatch.insight.report;

import io.fairpatch.insight.land.Landscape;
import java.util.List;
import java.util.Optional;

/** Answers one question from the landscape. Stateless. */
public interface ReportMaker {
    /** Name in addresses and on the command line, lower case with hyphens. */
    String name();

    /** The question it answers, a few words, shown in the menu. */
    String title();

    Group group();

    /** What can be set on it. */
    default List<Choice> choices() {
        return List.of();
    }

    Report make(Landscape land, Settings settings);

    /** The rows and the formula behind a row; empty when there is no such row. */
    default Optional<Report> open(Landscape land, Settings settings, String key) {
        return Optional.empty();
    }

    /** Where a report stands in the menu. */
    enum Group {
        ACCOUNTS,
        BALANCE,
        COVERAGE,
        CAPACITY,
        PERFORMANCE
    }
}
