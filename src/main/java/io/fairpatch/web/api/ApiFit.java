package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.insight.land.FitAnswers;
import io.fairpatch.insight.land.FitAnswers.Answer;
import io.fairpatch.insight.land.FitAnswers.Question;
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
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers to the five opening questions. */
@Tag(name = "scoring")
@Controller("/api/v1/fit/answers")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiFit {

    private final Site site;
    private final FitAnswers answers;
    private final Once once;

    ApiFit(Site site, FitAnswers answers, Once once) {
        this.site = site;
        this.answers = answers;
        this.once = once;
    }

    /** A question with what a person answered; the report fit has what the data says. */
    @Serdeable
    record AnswerJson(
            String question,
            String words,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {
        static AnswerJson of(Question question, @Nullable Answer said) {
            return said == null
                    ? new AnswerJson(question.name(), question.words(), null, null, null)
                    : new AnswerJson(question.name(), question.words(), said.text(), said.by(), said.at());
        }
    }

    /** An answer to one question; an empty one takes it back. */
    @Serdeable
    record GivenJson(@Nullable Question question, @Nullable String answer) {}

    /** The questions in their order. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    List<AnswerJson> list() {
        var known = answers.list(site.org());
        return Arrays.stream(Question.values())
                .map(question -> AnswerJson.of(question, known.get(question)))
                .toList();
    }

    /** Keeps an answer. */
    @Needs(Action.PLAN)
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = AnswerJson.class))))
    @Post
    HttpResponse<String> keep(HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, @Body GivenJson body) {
        return once.run(request, who, body, () -> {
            var question = Given.required("question", body.question());
            String text = body.answer() == null || body.answer().isBlank()
                    ? ""
                    : Given.text("answer", body.answer(), FitAnswers.LONGEST);
            answers.keep(site.org(), Map.of(question, text), who.person().name());
            return new Once.Done(200, list(), null, null);
        });
    }
}
