package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.review.Phase;
import io.fairpatch.review.PhasePlan;
import io.fairpatch.review.Phases;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.QueryValues;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes that are written step by step, each phase a proposal of its own. */
@Tag(name = "proposals")
@Controller("/api/v1/proposals/{id}/phases")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiPhases {
    private final Site site;
    private final Phases phases;
    private final Once once;

    ApiPhases(Site site, Phases phases, Once once) {
        this.site = site;
        this.phases = phases;
        this.once = once;
    }

    /** Order LOW_GROWTH or SMALL; 2 to 12 phases, so many days apart. */
    @Serdeable
    record SpreadJson(
            @Nullable String order,
            @Nullable Integer phases,
            @Nullable Integer everyDays,
            @Nullable Boolean tenuredOnly) {
        PhasePlan plan() {
            return new PhasePlan(
                    QueryValues.choice("order", Given.required("order", order), PhasePlan.Order.values()),
                    Given.required("phases", phases),
                    Given.required("everyDays", everyDays),
                    Boolean.TRUE.equals(tenuredOnly));
        }
    }

    /** The moves of {@code accounts}, or all that match {@code filter}, wait until {@code day}. */
    @Serdeable
    record LaterJson(
            @Nullable List<String> accounts, DecisionJson.@Nullable FilterJson filter, @Nullable LocalDate day) {
        DecisionJson selected() {
            return new DecisionJson(accounts, filter, null, null);
        }
    }

    /** A phase; {@code spreadAfter} is highest over lowest share of target once it and all before are written. */
    @Serdeable
    record PhaseJson(
            String proposal,
            int number,
            LocalDate effective,
            String state,
            int moves,
            long potentialCents,
            double spreadAfter) {
        static PhaseJson of(Phase phase) {
            return new PhaseJson(
                    phase.proposal(),
                    phase.number(),
                    phase.effective(),
                    phase.state().name(),
                    phase.moves(),
                    phase.potentialCents(),
                    phase.spreadAfter());
        }
    }

    /** The phases that the proposal is one of, by their day; none when it stands alone. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    PageJson<PhaseJson> list(String id) {
        return page(phases.of(site.org(), id));
    }

    /** Spreads the moves over phases; the call sends the ETag it saw as If-Match. */
    @Needs(Action.PROPOSE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(ref = "#/components/schemas/PageJson_ApiPhases.PhaseJson_")))
    @Post
    HttpResponse<String> spread(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            @Nullable @Header(HttpHeaders.IF_MATCH) String seen,
            @Body SpreadJson body) {
        long revision = Revisions.ifMatch(seen, id);
        PhasePlan plan = body.plan();
        return once.run(request, who, body, () -> done(phases.spread(site.org(), id, revision, plan, who.person())));
    }

    /** Lets some moves wait for a day of their own. */
    @Needs(Action.PROPOSE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(ref = "#/components/schemas/PageJson_ApiPhases.PhaseJson_")))
    @Post("/later")
    HttpResponse<String> later(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            @Nullable @Header(HttpHeaders.IF_MATCH) String seen,
            @Body LaterJson body) {
        long revision = Revisions.ifMatch(seen, id);
        LocalDate day = Given.required("day", body.day());
        var selection = body.selected().selection();
        return once.run(
                request, who, body, () -> done(phases.later(site.org(), id, revision, selection, day, who.person())));
    }

    private static Once.Done done(List<Phase> phases) {
        return new Once.Done(200, page(phases), null, null);
    }

    private static PageJson<PhaseJson> page(List<Phase> phases) {
        return new PageJson<>(phases.stream().map(PhaseJson::of).toList(), phases.size(), null);
    }
}
