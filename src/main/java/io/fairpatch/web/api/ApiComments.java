package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.review.Comment;
import io.fairpatch.review.Comments;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
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
import org.jspecify.annotations.Nullable;

/** Comments on proposals and their moves. */
@Tag(name = "proposals")
@Controller("/api/v1/proposals/{id}/comments")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiComments {
    private final Site site;
    private final Comments comments;
    private final Once once;

    ApiComments(Site site, Comments comments, Once once) {
        this.site = site;
        this.comments = comments;
        this.once = once;
    }

    /** What to say, on one account or on the whole. */
    @Serdeable
    record SayJson(@Nullable String account, @Nullable String text) {}

    /** A comment; its kind is COMMENT, or FEEDBACK of a rep in the CRM. */
    @Serdeable
    record CommentJson(
            long id,
            @Nullable String account,
            Comment.Kind kind,
            String author,
            String text,
            List<String> mentions,
            Instant at) {
        static CommentJson of(Comment comment) {
            return new CommentJson(
                    comment.id(),
                    comment.account() == null ? null : comment.account().value(),
                    comment.kind(),
                    comment.author(),
                    comment.body(),
                    comment.mentions(),
                    comment.writtenAt());
        }
    }

    /** Comments on one account, or without one on the whole, newest first. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    PageJson<CommentJson> list(String id, @Nullable @QueryValue String account) {
        return page(id, account);
    }

    /** Adds a comment; {@code @name} of a person makes it a mention. */
    @Needs(Action.COMMENT)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(ref = "#/components/schemas/PageJson_ApiComments.CommentJson_")))
    @Post
    HttpResponse<String> say(
            HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, String id, @Body SayJson body) {
        return once.run(request, who, body, () -> {
            String account = body.account();
            comments.write(
                    site.org(),
                    id,
                    account == null ? null : Given.account(account),
                    Given.text("text", body.text(), Comments.LONGEST),
                    who.person());
            return new Once.Done(201, page(id, account), null, null);
        });
    }

    private PageJson<CommentJson> page(String id, @Nullable String account) {
        var all = account == null ? comments.of(site.org(), id) : comments.of(site.org(), id, Given.account(account));
        return new PageJson<>(all.stream().map(CommentJson::of).toList(), all.size(), null);
    }
}
