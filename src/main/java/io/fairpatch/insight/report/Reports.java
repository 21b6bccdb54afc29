package io.fairpatch.insight.report;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.insight.land.Landscapes;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All reports by name. Callers check the right to see. Thread-safe. */
@Singleton
public class Reports {
    private final Landscapes landscapes;
    private final List<ReportMaker> makers;

    public Reports(Landscapes landscapes, List<ReportMaker> makers) {
        this.landscapes = landscapes;
        this.makers = makers.stream()
                .sorted(Comparator.comparing(ReportMaker::group).thenComparing(ReportMaker::title))
                .toList();
    }

    /** All of them, by group and title. */
    public List<ReportMaker> all() {
        return makers;
    }

    /** @throws io.fairpatch.error.FairpatchException REPORT_UNKNOWN when there is none of this name */
    public ReportMaker get(String name) {
        return makers.stream()
                .filter(maker -> maker.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(ErrorCode.REPORT_UNKNOWN, "There is no report " + name)
                        .maybe("choose one of "
                                + makers.stream()
                                        .map(ReportMaker::name)
                                        .sorted()
                                        .collect(Collectors.joining(", ")))
                        .exception());
    }

    /** What is set, with the usual values of the rest. */
    public Settings settings(String name, Map<String, String> given) {
        return Settings.of(get(name).choices(), given);
    }

    public Report make(SalesforceId org, String name, Settings settings) {
        return get(name).make(landscapes.of(org), settings);
    }

    /** @throws io.fairpatch.error.FairpatchException PAGE_NOT_FOUND when the report has no such row to open */
    public Report open(SalesforceId org, String name, Settings settings, String key) {
        return get(name).open(landscapes.of(org), settings, key).orElseThrow(() -> Problem.of(
                        ErrorCode.PAGE_NOT_FOUND, "The report " + name + " has no row " + key + " to open")
                .maybe("look at the report again: the org may have changed")
                .exception());
    }
}
