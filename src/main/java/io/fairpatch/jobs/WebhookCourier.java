package io.fairpatch.jobs;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.review.digest.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hands digests to a webhook of the company's own, which mails or posts them. Each is signed: the header
 * {@code Fairpatch-Signature} is {@code t=SECONDS,v1=HEX}, HEX being the HMAC-SHA256 of {@code SECONDS.BODY} under the
 * secret. Thread-safe.
 */
public final class WebhookCourier implements Courier {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<Optional<Target>> target;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param target empty while nothing is sent, as shipped */
    public WebhookCourier(Supplier<Optional<Target>> target, Clock clock) {
        this.target = target;
        this.clock = clock;
    }

    /** Where to, and the secret to sign with. */
    public record Target(URI address, String secret) {
        /** The secret is left out. */
        @Override
        public String toString() {
            return "Target " + address.getAuthority();
        }
    }

    @Override
    public boolean open() {
        return target.get().isPresent();
    }

    /** A delivery has an id, by which a repeat can be known. */
    @Override
    public boolean send(Digest digest) {
        Target to = target.get().orElseThrow(() -> Problem.of(ErrorCode.CONFIG_MISSING, "No webhook is set")
                .at("connector.yml, digest.webhook")
                .maybe("set it, and its secret, to send digests")
                .exception());
        String body = JobJson.write(content(digest));
        long at = clock.instant().getEpochSecond();
        var request = HttpRequest.newBuilder(to.address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Fairpatch-Signature", "t=" + at + ",v1=" + sign(to.secret(), at + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static LinkedHashMap<String, Object> content(Digest digest) {
        var content = new LinkedHashMap<String, Object>();
        content.put("delivery", UUID.randomUUID().toString());
        content.put("org", digest.person().org().value());
        content.put("person", digest.person().name());
        content.put(
                "user",
                digest.person().userId() == null
                        ? ""
                        : String.valueOf(digest.person().userId()));
        content.put("subject", digest.subject());
        content.put("lines", digest.lines());
        return content;
    }

    private static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
