package io.fairpatch.insight.report;

import io.fairpatch.insight.land.Landscape;
import java.util.List;
import java.util.Optional;

/** Answers one question from the landscape. Thread-safe. */
public interface ReportMaker {
    About about();

    default String name() {
        return about().name();
    }

    default String title() {
        return about().title();
    }

    default Group group() {
        return about().group();
    }

    default List<Choice> choices() {
        return about().choices();
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
