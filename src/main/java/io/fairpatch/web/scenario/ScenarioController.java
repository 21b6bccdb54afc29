package io.fairpatch.web.scenario;

import io.fairpatch.access.Action;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.Scenarios;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.Shell.Notice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Scenarios side by side: planned from here, and proposed from here. */
@Hidden
@Controller("/scenarios")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ScenarioController {
    private static final long SEED = 1;

    private final Site site;
    private final Scenarios scenarios;
    private final Shells shells;
    private final ScenarioViews views;

    ScenarioController(Site site, Scenarios scenarios, Shells shells, PlanningConfig planning) {
        this.site = site;
        this.scenarios = scenarios;
        this.shells = shells;
        this.views = new ScenarioViews(planning);
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> scenarios(HttpRequest<?> request, SignedIn who, @Nullable String own) {
        var shell = shells.frame(request, who, "Scenarios");
        var typed = Objects.requireNonNullElse(own, "");
        var page = views.page(
                shell,
                who.person(),
                scenarios.newest(site.org()),
                scenarios.holders(site.org()),
                scenarios.lastFailure(site.org()).map(ScenarioController::words).orElse(null),
                typed);
        return Pages.show(request, "page/scenarios", Map.of("page", page));
    }

    @Needs(Action.PLAN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> compare(HttpRequest<?> request, SignedIn who, @Body String body) {
        var fields = new QueryStringDecoder(body, false).parameters();
        var wanted = new ArrayList<>(fields.getOrDefault("scenario", List.of()));
        String own = fields.getOrDefault("own", List.of("")).get(0).strip();
        if (!own.isEmpty()) {
            wanted.add(own);
        }
        wanted.addAll(AskedFor.scenarios(fields));
        try {
            scenarios.compare(site.org(), wanted, SEED, who.person());
        } catch (FairpatchException e) {
            if (e.code() != ErrorCode.SCENARIO_INVALID) {
                throw e;
            }
            String detail = e.problem().why() + ". Maybe " + e.problem().advice() + ".";
            String back = "/scenarios?own=" + URLEncoder.encode(own, StandardCharsets.UTF_8);
            return Pages.then(request, back, new Notice(false, e.problem().what(), detail));
        }
        var notice = new Notice(true, "The scenarios are being planned.", "Each stands here as soon as it is there.");
        return Pages.then(request, "/scenarios", notice);
    }

    private static String words(Problem problem) {
        return problem.what()
                + (problem.why() == null ? "." : ": " + problem.why() + ".")
                + (problem.advice() == null ? "" : " Maybe " + problem.advice() + ".");
    }

    @Needs(Action.PROPOSE)
    @Post("/{id}/propose")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> propose(HttpRequest<?> request, SignedIn who, long id) {
        var job = scenarios.propose(site.org(), id, who.person());
        return Pages.then(request, "/runs/" + job.id(), new Notice(true, "The proposal is being made.", null));
    }
}
