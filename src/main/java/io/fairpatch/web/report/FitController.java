package io.fairpatch.web.report;

import io.fairpatch.access.Action;
import io.fairpatch.insight.land.FitAnswers;
import io.fairpatch.insight.land.FitAnswers.Answer;
import io.fairpatch.insight.land.FitAnswers.Question;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.Reports;
import io.fairpatch.insight.report.Row;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.FitPage;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The five opening questions: what the data says, and what people answer. */
@Hidden
@Controller("/territories/questions")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FitController {
    private final Site site;
    private final FitAnswers answers;
    private final Reports reports;
    private final Shells shells;

    FitController(Site site, FitAnswers answers, Reports reports, Shells shells) {
        this.site = site;
        this.answers = answers;
        this.reports = reports;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> questions(HttpRequest<?> request, SignedIn who) {
        var report = reports.make(site.org(), "fit", reports.settings("fit", Map.of()));
        var known = answers.list(site.org());
        var items = Arrays.stream(Question.values())
                .map(question -> item(question, report, known.get(question)))
                .toList();
        var page = new FitPage(
                shells.frame(request, who, "The five questions"),
                report.sentence(),
                items,
                ReportAddress.menu(reports, false, ReportAddress.QUESTIONS),
                who.person().may(Action.PLAN));
        return Pages.show(request, "page/fit", Map.of("page", page));
    }

    @Needs(Action.PLAN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(HttpRequest<?> request, SignedIn who, @Body Map<String, String> form) {
        var given = new EnumMap<Question, String>(Question.class);
        for (Question question : Question.values()) {
            String text = form.getOrDefault(question.name(), "").strip();
            given.put(question, text.substring(0, Math.min(FitAnswers.LONGEST, text.length())));
        }
        answers.keep(site.org(), given, who.person().name());
        return Pages.then(request, ReportAddress.QUESTIONS, new Notice(true, "Your answers are kept.", null));
    }

    private static FitPage.Item item(Question question, Report report, @Nullable Answer said) {
        var row = report.table().rows().stream()
                .filter(each -> each.key().equals(question.name()))
                .findFirst();
        return new FitPage.Item(
                question.name(),
                question.words(),
                row.map(found -> text(found, 1)).orElse(""),
                row.map(found -> text(found, 3)).orElse(""),
                said == null ? "" : said.text(),
                said == null ? "" : said.by() + ", " + Show.moment(said.at()));
    }

    private static String text(Row row, int cell) {
        return String.valueOf(row.cells().get(cell).text());
    }
}
