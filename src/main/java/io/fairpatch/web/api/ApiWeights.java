package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.insight.land.ScoringModels;
import io.fairpatch.insight.land.ScoringModels.Weights;
import io.fairpatch.jobs.JobKind;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The weights of the score and the cuts of its tiers. */
@Tag(name = "scoring")
@Controller("/api/v1/scoring/weights")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiWeights {
    private static final int LONGEST_REASON = 500;

    private final Site site;
    private final ScoringModels models;
    private final Jobs jobs;
    private final Once once;

    ApiWeights(Site site, ScoringModels models, Jobs jobs, Once once) {
        this.site = site;
        this.models = models;
        this.jobs = jobs;
        this.once = once;
    }

    /** A change: the version it was made on, the weights that become others, and why. */
    @Serdeable
    record GivenJson(@Nullable Integer version, @Nullable Map<String, Double> weights, @Nullable String reason) {}

    /** A change made since scoring.yml. */
    @Serdeable
    record ChangeJson(int version, String by, Instant at, String reason, Map<String, Double> weights) {}

    /** What is in force; those of prospects add up to 1, as do those of customers. Changes are newest first. */
    @Serdeable
    record WeightsJson(int version, Map<String, Double> weights, List<ChangeJson> changes) {}

    /** The weights in force and how they came about. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    WeightsJson look() {
        var current = models.current(site.org());
        var changes = models.changes(site.org()).stream()
                .map(change -> new ChangeJson(
                        change.version(),
                        change.by(),
                        change.at(),
                        change.reason(),
                        change.weights().named()))
                .toList();
        return new WeightsJson(current.version(), Weights.of(current).named(), changes);
    }

    /** Puts other weights in force and scores anew; scores already kept stay as they are. */
    @Needs(Action.PLAN)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WeightsJson.class)))
    @Post
    HttpResponse<String> change(HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, @Body GivenJson body) {
        return once.run(request, who, body, () -> {
            int version = Given.required("version", body.version());
            String reason = Given.text("reason", body.reason(), LONGEST_REASON);
            var weights = Weights.of(models.current(site.org())).with(Given.required("weights", body.weights()));
            models.change(site.org(), version, weights, who.person().name(), reason);
            jobs.submit(site.org().value(), JobKind.SCORE, "{}", who.person().name());
            return new Once.Done(200, look(), null, null);
        });
    }
}
