package io.fairpatch.sandbox.oauth;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sign-ins that a client without a browser waits for: it shows a short code, a person types that in elsewhere.
 * Thread-safe.
 */
final class DeviceCodes {
    /** A client must not ask more often. */
    static final int SECONDS_BETWEEN_POLLS = 5;

    private static final long SECONDS = 600;

    private final SignIn signIn;
    private final Clock clock;
    private final Map<String, Asked> byDeviceCode = new ConcurrentHashMap<>();
    private final Map<String, String> userIds = new ConcurrentHashMap<>();

    DeviceCodes(SignIn signIn, Clock clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    /**
     * A client that waits.
     *
     * @param deviceCode what it asks by
     * @param userCode what a person types in
     */
    record Asked(String deviceCode, String userCode, String scope, Instant until) {}

    /** Whom the client may sign in, and for what. */
    record Approved(String userId, String scope) {}

    Asked ask(String scope) {
        var asked = new Asked(
                signIn.random(), signIn.userCode(), scope, clock.instant().plusSeconds(SECONDS));
        byDeviceCode.put(asked.deviceCode(), asked);
        return asked;
    }

    /** Whether a client waits for this code to be typed in. */
    boolean isAwaited(String userCode) {
        return byDeviceCode.values().stream()
                .anyMatch(asked -> asked.userCode().equals(normal(userCode)) && !isOver(asked));
    }

    void approve(String userCode, String userId) {
        userIds.put(normal(userCode), userId);
    }

    /** What has been approved, once. @throws OAuthError authorization_pending as long as nothing has */
    Approved redeem(String deviceCode) {
        var asked = byDeviceCode.get(deviceCode);
        if (asked == null || isOver(asked)) {
            throw new OAuthError("invalid_grant", "invalid device code");
        }
        var userId = userIds.remove(asked.userCode());
        if (userId == null) {
            throw new OAuthError("authorization_pending", "authorization pending");
        }
        byDeviceCode.remove(deviceCode);
        return new Approved(userId, asked.scope());
    }

    private boolean isOver(Asked asked) {
        return asked.until().isBefore(clock.instant());
    }

    private static String normal(String userCode) {
        return userCode.strip().toUpperCase(Locale.ROOT);
    }
}
