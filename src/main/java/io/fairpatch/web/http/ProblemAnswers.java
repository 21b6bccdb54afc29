package io.fairpatch.web.http;

import io.fairpatch.error.Category;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.web.view.ErrorPage;
import io.fairpatch.web.view.Shell.Notice;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Problems as answers: problem+json for the API, a page for people. Nothing but the problem's own words goes out. */
@Singleton
final class ProblemAnswers {
    private final Assets assets;
    private final HtmlJteViewsRenderer<Map<String, ErrorPage>> renderer;

    ProblemAnswers(Assets assets, HtmlJteViewsRenderer<Map<String, ErrorPage>> renderer) {
        this.assets = assets;
        this.renderer = renderer;
    }

    MutableHttpResponse<Object> answer(HttpRequest<?> request, Problem problem) {
        int status = Statuses.of(problem.code());
        if (request.getPath().startsWith("/api/")) {
            return json(problem, status);
        }
        if (status == 401) {
            return toTheDoor(request);
        }
        String back = backTo(request);
        if (back != null && problem.code().category() != Category.ACCESS && problem.code() != ErrorCode.INTERNAL) {
            return backWithNotice(request, problem, back);
        }
        return page(request, problem, status);
    }

    private static MutableHttpResponse<Object> json(Problem problem, int status) {
        MutableHttpResponse<Object> answer =
                HttpResponse.status(status, problem.code().id());
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.<Object>body(ProblemJson.of(problem, status)).contentType(ProblemJson.MEDIA_TYPE);
    }

    MutableHttpResponse<Object> page(HttpRequest<?> request, Problem problem, int status) {
        var page = new ErrorPage(
                assets.version(),
                status,
                problem.code().id(),
                problem.what(),
                problem.where(),
                problem.why(),
                problem.advice(),
                referer(request));
        return HttpResponse.status(HttpStatus.valueOf(status))
                .<Object>body(html(request, page))
                .contentType(MediaType.TEXT_HTML_TYPE);
    }

    /** Rendered here, since the framework's own rendering leaves the answers to failures alone. */
    private String html(HttpRequest<?> request, ErrorPage page) {
        var text = new StringWriter();
        try {
            renderer.render("page/error", Map.of("page", page), request).writeTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A part of a page can't show the door: the script goes there. Who sent a form hears that it was not taken. */
    private static MutableHttpResponse<Object> toTheDoor(HttpRequest<?> request) {
        if (request.getHeaders().contains("HX-Request")) {
            return HttpResponse.status(HttpStatus.UNAUTHORIZED);
        }
        var door = UriBuilder.of("/sign-in");
        if (request.getMethod() == HttpMethod.GET) {
            return HttpResponse.seeOther(
                    door.queryParam("returnTo", request.getUri().toString()).build());
        }
        String back = referer(request);
        door.queryParam("ended", true).queryParam("returnTo", back == null ? "/" : back);
        return HttpResponse.seeOther(door.build());
    }

    private static MutableHttpResponse<Object> backWithNotice(HttpRequest<?> request, Problem problem, String back) {
        String why = problem.why() == null ? "" : ErrorPage.sentence(problem.why()) + " ";
        String advice = problem.advice() == null ? "" : ErrorPage.sentence(problem.advice());
        var notice = new Notice(false, problem.what() + " (" + problem.code().id() + ")", (why + advice).strip());
        MutableHttpResponse<Object> answer = HttpResponse.seeOther(URI.create(back));
        return answer.cookie(NoticeCookie.of(notice, request));
    }

    /** The page a form was sent from, if it is one of ours. */
    private static @Nullable String backTo(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.POST ? referer(request) : null;
    }

    private static @Nullable String referer(HttpRequest<?> request) {
        String referer = request.getHeaders().get(HttpHeaders.REFERER);
        URI page = referer == null ? null : address(referer);
        if (page == null) {
            return null;
        }
        boolean ours = page.getAuthority() != null
                && page.getAuthority().equals(request.getHeaders().get(HttpHeaders.HOST));
        if (!ours) {
            return null;
        }
        return page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery();
    }

    /** Browsers leave some characters as they are that an address may not hold. */
    private static @Nullable URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
