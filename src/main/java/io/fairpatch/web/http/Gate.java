package io.fairpatch.web.http;

import io.fairpatch.access.Action;
import io.fairpatch.access.ApiTokens;
import io.fairpatch.access.Rights;
import io.fairpatch.access.Sessions;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.web.Site;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every request passes here. What is not declared open needs a person; what a page does not declare nobody may do; what
 * changes something must come from our own pages or carry a token.
 */
@ServerFilter("/**")
final class Gate {
    private static final List<String> OPEN_FOLDERS = List.of("/assets/", "/webjars/");
    private static final List<String> OPEN_PATHS = List.of("/health", "/prometheus");
    private static final String BEARER = "Bearer ";
    /** Bytes of a form or of JSON. */
    private static final long MOST_TYPED = 1 << 20;

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Site site;

    Gate(Sessions sessions, ApiTokens tokens, Site site) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.site = site;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request) {
        refuseNul(request);
        if (isUnsafe(request)) {
            refuseTooLarge(request);
            Forgery.refuseForeignOrigin(request);
        }
        RouteMatch<?> route = RouteAttributes.getRouteMatch(request).orElse(null);
        if (isOpen(request, route)) {
            return;
        }
        SignedIn who = byToken(request).or(() -> bySession(request)).orElseThrow(Gate::signInFirst);
        who.attachTo(request);
        if (route != null) {
            checkRight(who, route);
        }
    }

    /** No text of ours has it, and the database refuses it with an error that reads as one of ours. */
    private static void refuseNul(HttpRequest<?> request) {
        if (request.getUri().toString().contains("%00")) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The address holds a character that no text has: NUL")
                    .maybe("take %00 out of it")
                    .exception();
        }
    }

    /** Only files that are uploaded may be as large as the server allows at all. */
    private static void refuseTooLarge(HttpRequest<?> request) {
        boolean typed = request.getContentType()
                .filter(type -> type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                        || type.matches(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
        if (typed && request.getContentLength() > MOST_TYPED) {
            throw new ContentLengthExceededException(MOST_TYPED, request.getContentLength());
        }
    }

    private static boolean isOpen(HttpRequest<?> request, @Nullable RouteMatch<?> route) {
        String path = request.getPath();
        return OPEN_PATHS.contains(path)
                || OPEN_FOLDERS.stream().anyMatch(path::startsWith)
                || (route != null && route.getAnnotationMetadata().hasAnnotation(OpenToAll.class));
    }

    private Optional<SignedIn> byToken(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            return Optional.empty();
        }
        return tokens.find(site.org(), header.substring(BEARER.length())).map(person -> new SignedIn(person, ""));
    }

    private Optional<SignedIn> bySession(HttpRequest<?> request) {
        Optional<String> token = SessionCookie.token(request);
        Optional<SignedIn> who = token.flatMap(
                value -> sessions.find(value).map(person -> new SignedIn(person, SessionCookie.csrf(value))));
        if (who.isPresent() && isUnsafe(request)) {
            Forgery.refuseWithoutToken(request, who.get().csrf());
        }
        return who;
    }

    private static void checkRight(SignedIn who, RouteMatch<?> route) {
        if (route.getAnnotationMetadata().hasAnnotation(OpenToSignedIn.class)) {
            return;
        }
        Action[] needed = route.getAnnotationMetadata().enumValues(Needs.class, Action.class);
        if (needed.length == 0) {
            throw Problem.of(ErrorCode.ACCESS_RIGHTS, "This page is closed").exception();
        }
        if (Arrays.stream(needed).noneMatch(who.person()::may)) {
            Rights.require(who.person(), needed[0]);
        }
    }

    private static boolean isUnsafe(HttpRequest<?> request) {
        HttpMethod method = request.getMethod();
        return method != HttpMethod.GET && method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
    }

    private static RuntimeException signInFirst() {
        return Problem.of(ErrorCode.ACCESS_SIGN_IN, "Please sign in first")
                .maybe("send the header Authorization: Bearer with a token, or sign in on the page")
                .exception();
    }
}
