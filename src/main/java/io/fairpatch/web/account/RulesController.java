package io.fairpatch.web.account;

import io.fairpatch.access.Action;
import io.fairpatch.config.ScoringConfig;
import io.fairpatch.insight.land.LearnedSwitch;
import io.fairpatch.insight.land.ScoringModels;
import io.fairpatch.jobs.JobKind;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.score.learn.Verdict;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.RulesPage;
import io.fairpatch.web.view.Shell.Notice;
import io.fairpatch.web.view.Show;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** The weights of the score: shown to all who see accounts, changed by who may plan; a change scores anew. */
@Hidden
@Controller("/accounts/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RulesController {
    private final Site site;
    private final ScoringModels models;
    private final LearnedSwitch learned;
    private final ScoringConfig file;
    private final Jobs jobs;
    private final Shells shells;

    RulesController(
            Site site, ScoringModels models, LearnedSwitch learned, ScoringConfig file, Jobs jobs, Shells shells) {
        this.site = site;
        this.models = models;
        this.learned = learned;
        this.file = file;
        this.jobs = jobs;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> rules(HttpRequest<?> request, SignedIn who, @QueryValue(defaultValue = "false") boolean judge) {
        var current = models.current(site.org());
        var page = new RulesPage(
                shells.frame(request, who, "Weights of the score"),
                current.version(),
                file.version(),
                RulesForm.fields(ScoringModels.Weights.of(current)),
                models.changes(site.org()).stream().map(RulesController::change).toList(),
                judge || learned.judged(site.org()) ? learned() : null,
                who.person().may(Action.PLAN));
        return Pages.show(request, "page/rules", Map.of("page", page));
    }

    @Needs(Action.PLAN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, SignedIn who, @Body Map<String, String> form) {
        var read = new RulesForm(form);
        var weights = read.weights(ScoringModels.Weights.of(models.current(site.org())));
        var change =
                models.change(site.org(), read.version(), weights, who.person().name(), read.reason());
        jobs.submit(site.org().value(), JobKind.SCORE, "{}", who.person().name());
        var notice = new Notice(
                true, "Version " + change.version() + " is in force; all accounts are being scored by it.", null);
        return Pages.then(request, "/accounts/rules", notice);
    }

    @Needs(Action.PLAN)
    @Post("/learned")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> turn(HttpRequest<?> request, SignedIn who, @Body Map<String, String> form) {
        var read = new RulesForm(form);
        boolean on = "on".equals(form.get("turn"));
        learned.turn(site.org(), on, who.person().name(), read.reason());
        jobs.submit(site.org().value(), JobKind.SCORE, "{}", who.person().name());
        String now = on ? "The learned model is switched on" : "The learned model is switched off";
        return Pages.then(
                request, "/accounts/rules", new Notice(true, now + "; all accounts are being scored anew.", null));
    }

    private RulesPage.Learned learned() {
        var verdict = learned.verdict(site.org());
        var last = learned.last(site.org());
        return new RulesPage.Learned(
                last.map(LearnedSwitch.Turn::on).orElse(false),
                verdict.map(Verdict::earned).orElse(false),
                LearnedSwitch.words(verdict),
                last.map(turn -> "Switched " + (turn.on() ? "on" : "off") + " by " + turn.by() + ", "
                                + Show.moment(turn.at()) + ": " + turn.reason())
                        .orElse(""));
    }

    private static RulesPage.Change change(ScoringModels.Change change) {
        var prospect = change.weights().prospect();
        var customer = change.weights().customer();
        return new RulesPage.Change(
                change.version(),
                change.by(),
                Show.moment(change.at()),
                change.reason(),
                "prospect " + prospect.fit() + " / " + prospect.intent() + " / " + prospect.relationship()
                        + ", customer " + customer.expansion() + " / " + customer.growth() + " / "
                        + customer.strategic() + " / " + customer.revenue());
    }
}
