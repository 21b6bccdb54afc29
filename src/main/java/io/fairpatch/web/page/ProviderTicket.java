package io.fairpatch.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * What a browser keeps while a person is at the provider. It is the browser's own word, so that the way back is checked
 * again when it comes home.
 *
 * @param ticket as {@link io.fairpatch.access.oidc.ProviderSignIn#begin} gave it; empty when there is none
 * @param returnTo the page that was asked for
 */
record ProviderTicket(String ticket, String returnTo) {
    private static final String NAME = "fp_ticket";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** A browser drops a cookie beyond 4 KB, and with it the sign-in; Base64 makes four characters of three. */
    private static final int LONGEST_PATH = 2000;

    ProviderTicket {
        returnTo = returnTo.length() > LONGEST_PATH ? WayBack.HOME : WayBack.ours(returnTo);
    }

    /** The one that the browser sends; without ticket when it sends none. */
    static ProviderTicket of(HttpRequest<?> request) {
        String kept =
                request.getCookies().findCookie(NAME).map(Cookie::getValue).orElse("");
        int last = kept.lastIndexOf('.');
        return last < 0
                ? new ProviderTicket("", WayBack.HOME)
                : new ProviderTicket(kept.substring(0, last), path(kept.substring(last + 1)));
    }

    Cookie kept(HttpRequest<?> request) {
        byte[] path = returnTo.getBytes(StandardCharsets.UTF_8);
        String coded = Base64.getUrlEncoder().withoutPadding().encodeToString(path);
        return cookie(request, ticket + "." + coded).maxAge(PATIENCE);
    }

    /** Makes the browser forget. */
    static Cookie gone(HttpRequest<?> request) {
        return cookie(request, "").maxAge(Duration.ZERO);
    }

    private static String path(String coded) {
        try {
            return new String(Base64.getUrlDecoder().decode(coded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return WayBack.HOME;
        }
    }

    private static Cookie cookie(HttpRequest<?> request, String value) {
        return Cookie.of(NAME, value)
                .path("/sign-in")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SameSite.Lax);
    }
}
