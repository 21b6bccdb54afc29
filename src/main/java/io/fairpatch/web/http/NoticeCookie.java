package io.fairpatch.web.http;

import io.fairpatch.web.view.Shell.Notice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries what an action did over the redirect to the page that says so, once. */
public final class NoticeCookie {
    private static final String NAME = "fairpatch_notice";
    private static final String GOOD = "good";
    /** Longer texts would be dropped by browsers together with the cookie. */
    private static final int LONGEST = 1_000;

    private NoticeCookie() {}

    public static Cookie of(Notice notice, HttpRequest<?> request) {
        String text = String.join(
                "\n",
                notice.good() ? GOOD : "bad",
                oneLine(notice.sentence()),
                notice.detail() == null ? "" : oneLine(notice.detail()));
        return cookie(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                        request)
                .maxAge(60);
    }

    /** What the last action did, if this is the first page since. */
    public static @Nullable Notice read(HttpRequest<?> request) {
        Optional<String> value = request.getCookies().findCookie(NAME).map(Cookie::getValue);
        if (value.isEmpty() || !value.get().matches("[A-Za-z0-9_-]+")) {
            return null;
        }
        List<String> lines = new String(Base64.getUrlDecoder().decode(value.get()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.size() < 2) {
            return null;
        }
        return new Notice(lines.get(0).equals(GOOD), lines.get(1), lines.size() > 2 ? lines.get(2) : null);
    }

    public static Cookie gone(HttpRequest<?> request) {
        return cookie("", request).maxAge(0);
    }

    private static Cookie cookie(String value, HttpRequest<?> request) {
        return Cookie.of(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SameSite.Lax)
                .path("/");
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
