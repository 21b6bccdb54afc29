package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.insight.land.LearnedSwitch;
import io.fairpatch.insight.land.LearnedSwitch.Turn;
import io.fairpatch.jobs.JobKind;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.score.learn.Verdict;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The learned model and its switch. */
@Tag(name = "scoring")
@Controller("/api/v1/scoring/learned")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiScoring {
    private static final int LONGEST_REASON = 500;

    private final Site site;
    private final LearnedSwitch learned;
    private final Jobs jobs;
    private final Once once;

    ApiScoring(Site site, LearnedSwitch learned, Jobs jobs, Once once) {
        this.site = site;
        this.learned = learned;
        this.jobs = jobs;
        this.once = once;
    }

    /** Turning the switch: which way, and why. */
    @Serdeable
    record TurnJson(@Nullable Boolean on, @Nullable String reason) {}

    /**
     * Where the switch stands and how the model did on deals it had not seen; gain is Brier skill over the rules, null when
     * there are too few deals to tell.
     */
    @Serdeable
    record LearnedJson(
            boolean on,
            @Nullable String turnedBy,
            @Nullable Instant turnedAt,
            @Nullable String reason,
            boolean earned,
            @Nullable Double gain,
            @Nullable Double gainLow,
            @Nullable Double gainHigh,
            String verdict) {
        static LearnedJson of(Optional<Turn> last, Optional<Verdict> verdict) {
            return new LearnedJson(
                    last.map(Turn::on).orElse(false),
                    last.map(Turn::by).orElse(null),
                    last.map(Turn::at).orElse(null),
                    last.map(Turn::reason).orElse(null),
                    verdict.map(Verdict::earned).orElse(false),
                    verdict.map(Verdict::gain).orElse(null),
                    verdict.map(Verdict::gainLow).orElse(null),
                    verdict.map(Verdict::gainHigh).orElse(null),
                    LearnedSwitch.words(verdict));
        }
    }

    /** The switch and the back-test. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    LearnedJson look() {
        return LearnedJson.of(learned.last(site.org()), learned.verdict(site.org()));
    }

    /** Turns the switch and scores anew; refused when the model has not earned it. */
    @Needs(Action.PLAN)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LearnedJson.class)))
    @Post
    HttpResponse<String> turn(HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, @Body TurnJson body) {
        return once.run(request, who, body, () -> {
            boolean on = Given.required("on", body.on());
            String reason = Given.text("reason", body.reason(), LONGEST_REASON);
            learned.turn(site.org(), on, who.person().name(), reason);
            jobs.submit(site.org().value(), JobKind.SCORE, "{}", who.person().name());
            return new Once.Done(200, look(), null, null);
        });
    }
}
