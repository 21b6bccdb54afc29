package io.fairpatch.web.commit;

import io.fairpatch.access.Action;
import io.fairpatch.jobs.Drifts;
import io.fairpatch.review.DriftReport;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.view.DriftPart;
import io.fairpatch.web.view.Show;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of a proposal's page that says what changed in the org since it was planned. */
@Hidden
@Controller("/proposals/{id}/drift")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DriftController {
    private static final int SHOWN = 50;

    private final Site site;
    private final Drifts drifts;

    DriftController(Site site, Drifts drifts) {
        this.site = site;
        this.drifts = drifts;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> drift(String id) {
        DriftPart part = drifts.of(site.org(), id)
                .filter(report -> !report.drifted().isEmpty())
                .map(DriftController::part)
                .orElseGet(() -> new DriftPart("", List.of(), 0));
        return Pages.part("part/drift", Map.of("part", part));
    }

    private static DriftPart part(DriftReport report) {
        int count = report.drifted().size();
        return new DriftPart(
                Show.count(count, "account was", "accounts were")
                        + " changed in the org since this was planned. The commit " + "leaves "
                        + (count == 1 ? "it" : "them") + " alone; a fresh sync and plan takes the change in.",
                report.drifted().stream().limit(SHOWN).map(DriftController::row).toList(),
                Math.max(0, count - SHOWN));
    }

    private static DriftPart.Row row(DriftReport.Line line) {
        String changes = line.changes().isEmpty()
                ? "deleted, merged or hidden from us"
                : line.changes().stream()
                        .map(change ->
                                change.field() + ": " + shown(change.planned()) + " is now " + shown(change.now()))
                        .collect(Collectors.joining("; "));
        String who = Stream.of(line.changedByName() == null ? line.changedBy() : line.changedByName(), line.changedAt())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new DriftPart.Row(line.account().value(), line.accountName(), changes, who);
    }

    private static String shown(@Nullable String value) {
        return value == null ? "(empty)" : value;
    }
}
