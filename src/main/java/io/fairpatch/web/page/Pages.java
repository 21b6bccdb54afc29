package io.fairpatch.web.page;

import io.fairpatch.web.http.NoticeCookie;
import io.fairpatch.web.view.Shell.Notice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ModelAndView;
import java.net.URI;
import java.util.Map;

/** The two answers a page gives: itself, or the way to the page that shows what was done. */
public final class Pages {
    private Pages() {}

    /**
     * A page from its template; a notice shown on it is shown once. A page that was asked for before the notice came must
     * not take it away.
     */
    public static MutableHttpResponse<?> show(HttpRequest<?> request, String template, Map<String, Object> model) {
        var page = part(template, model);
        return NoticeCookie.read(request) == null ? page : page.cookie(NoticeCookie.gone(request));
    }

    /** A part of a page, which leaves the notice for the page. */
    public static MutableHttpResponse<?> part(String template, Map<String, Object> model) {
        return HttpResponse.ok(new ModelAndView<>(template, model)).contentType(MediaType.TEXT_HTML_TYPE);
    }

    /** After an action: the page to look at, so that loading it again repeats nothing. */
    public static MutableHttpResponse<?> then(HttpRequest<?> request, String path, Notice notice) {
        return HttpResponse.seeOther(URI.create(path)).cookie(NoticeCookie.of(notice, request));
    }

    /** The same where the page itself says what is going on: a notice would stay when that is over. */
    public static MutableHttpResponse<?> then(String path) {
        return HttpResponse.seeOther(URI.create(path));
    }
}
