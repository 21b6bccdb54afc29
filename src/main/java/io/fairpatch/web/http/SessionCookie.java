package io.fairpatch.web.http;

import io.fairpatch.access.Sessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The cookie that carries a session's token, and the token for forms that is derived from it. */
public final class SessionCookie {
    private static final String NAME = "fairpatch_session";

    private SessionCookie() {}

    /** The cookie for a session just opened; sent only over HTTPS when the person came over HTTPS. */
    public static Cookie of(String token, HttpRequest<?> request) {
        return cookie(token, request).maxAge(Sessions.LIFETIME);
    }

    /** Makes the browser forget. */
    public static Cookie gone(HttpRequest<?> request) {
        return cookie("", request).maxAge(0);
    }

    /** The token the browser sent. */
    public static Optional<String> token(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    /** The forms' token: known to the pages of this session alone, and of no use to open one. */
    static String csrf(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("form " + token).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Cookie cookie(String value, HttpRequest<?> request) {
        return Cookie.of(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SameSite.Lax)
                .path("/");
    }
}
