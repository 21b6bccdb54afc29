package io.fairpatch.access.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.oauth.FormText;
import io.fairpatch.oauth.Pkce;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in by a provider: authorization code flow with PKCE, state and nonce. Only people whom an admin added
 * come in; the provider says who somebody is, never what they may do. Thread-safe.
 */
public final class ProviderSignIn {
    private final Supplier<Optional<Provider>> provider;
    private final PersonStore people;
    private final SecureRandom random;
    private final Clock clock;
    private final ProviderCalls calls = new ProviderCalls();

    /** @param provider empty when people sign in by password alone; asked for only when needed */
    public ProviderSignIn(Supplier<Optional<Provider>> provider, PersonStore people, SecureRandom random, Clock clock) {
        this.provider = provider;
        this.people = people;
        this.random = random;
        this.clock = clock;
    }

    /** The provider's name for the button; null when there is none. */
    public @Nullable String label() {
        return provider.get().map(Provider::label).orElse(null);
    }

    /**
     * A sign-in under way.
     *
     * @param page where the person goes now
     * @param ticket for this browser alone to keep until it comes back: state, nonce and verifier
     */
    public record Begun(URI page, String ticket) {}

    /** @param seen this service's address as the browser shows it, with the path the provider sends people back to */
    public Begun begin(URI seen) {
        Provider by = required();
        String state = Pkce.secret(random);
        String nonce = Pkce.secret(random);
        String verifier = Pkce.secret(random);
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", by.clientId());
        query.put("redirect_uri", callback(by, seen));
        query.put("scope", "openid profile email");
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", Pkce.challenge(verifier));
        query.put("code_challenge_method", "S256");
        URI page = endpoint(described(by), "authorization_endpoint");
        return new Begun(
                URI.create(page + (page.getRawQuery() == null ? "?" : "&") + FormText.of(query)),
                state + "." + nonce + "." + verifier);
    }

    /**
     * Whom the provider vouches for.
     *
     * @param ticket as {@link #begin} gave it to this browser
     * @throws io.fairpatch.error.FairpatchException ACCESS_SIGN_IN when the answer is not ours, does not hold, or is
     *     about nobody who was added here
     */
    public Person finish(SalesforceId org, URI seen, String ticket, String state, String code) {
        Provider by = required();
        String[] kept = ticket.split("\\.", -1);
        if (kept.length != 3 || state.isEmpty() || !Pkce.same(kept[0], state)) {
            throw ProviderCalls.failed(by.issuer(), "this browser did not begin the sign-in, or too long ago");
        }
        JsonNode described = described(by);
        JsonNode tokens = calls.post(endpoint(described, "token_endpoint"), redeem(by, seen, code, kept[2]));
        JsonNode claims = claims(by, described, tokens.path("id_token").asText(""), kept[1]);
        JsonNode about = about(described, claims, tokens.path("access_token").asText(""));
        return person(org, by, about).orElseThrow(() -> unknown(about));
    }

    private JsonNode claims(Provider by, JsonNode described, String idToken, String nonce) {
        try {
            var expected =
                    new IdToken.Expected(described.path("issuer").asText(), by.clientId(), nonce, clock.instant());
            return new IdToken(idToken).claims(calls.get(endpoint(described, "jwks_uri")), expected);
        } catch (IdToken.Refused e) {
            throw ProviderCalls.failed(by.issuer(), String.valueOf(e.getMessage()));
        }
    }

    /** What the provider tells beside the token, about the same person. */
    private JsonNode about(JsonNode described, JsonNode claims, String accessToken) {
        if (!described.hasNonNull("userinfo_endpoint")) {
            return claims;
        }
        JsonNode about = calls.get(endpoint(described, "userinfo_endpoint"), accessToken);
        if (!about.path("sub").asText().equals(claims.path("sub").asText())) {
            throw ProviderCalls.failed(endpoint(described, "userinfo_endpoint"), "it tells of somebody else");
        }
        return about;
    }

    private Optional<Person> person(SalesforceId org, Provider by, JsonNode about) {
        if (by.org()) {
            String user = about.path("user_id").asText("");
            boolean ours = SalesforceId.of(about.path("organization_id").asText(org.value()))
                    .equals(org);
            return SalesforceId.parse(user).filter(id -> ours).flatMap(id -> people.byUser(org, id));
        }
        String email =
                about.path("email_verified").asBoolean() ? about.path("email").asText("") : "";
        return named(org, email)
                .or(() -> named(org, about.path("preferred_username").asText("")));
    }

    private Optional<Person> named(SalesforceId org, String name) {
        return name.isEmpty() ? Optional.empty() : people.find(org, name.toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> form(Provider by, URI seen, String code, String verifier) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", callback(by, seen));
        form.put("client_id", by.clientId());
        form.put("code_verifier", verifier);
        return form;
    }

    private static Map<String, String> redeem(Provider by, URI seen, String code, String verifier) {
        Map<String, String> form = form(by, seen, code, verifier);
        if (by.clientSecret() != null) {
            form.put("client_secret", by.clientSecret());
        }
        return form;
    }

    private JsonNode described(Provider by) {
        String issuer = by.issuer().toString().replaceAll("/$", "");
        JsonNode described = calls.get(URI.create(issuer + "/.well-known/openid-configuration"));
        if (!described.path("issuer").asText().replaceAll("/$", "").equals(issuer)) {
            throw ProviderCalls.failed(by.issuer(), "it describes another issuer");
        }
        return described;
    }

    private static URI endpoint(JsonNode described, String name) {
        return URI.create(described.path(name).asText());
    }

    private static String callback(Provider by, URI seen) {
        return Objects.requireNonNullElse(by.callback(), seen).toString();
    }

    private Provider required() {
        return provider.get().orElseThrow(() -> Problem.of(
                        ErrorCode.ACCESS_SIGN_IN, "People sign in with a name and a password here")
                .maybe("an admin names a provider under people: in connector.yml")
                .exception());
    }

    private static RuntimeException unknown(JsonNode about) {
        String name =
                about.path("preferred_username").asText(about.path("email").asText("this account"));
        return Problem.of(ErrorCode.ACCESS_SIGN_IN, "Nobody was added here for " + name)
                .because("the provider says who you are, an admin says whether you come in")
                .maybe("ask an admin to add you: ./fairpatch people add")
                .exception();
    }
}
