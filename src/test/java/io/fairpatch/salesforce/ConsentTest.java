package io.fairpatch.salesforce;

import static io.fairpatch.salesforce.StubOrg.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.oauth.Pkce;
import io.fairpatch.org.ConsentRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Connecting by a person's yes: PKCE, the refresh token, its rotation and its end. */
class ConsentTest extends OnStubOrg {
    private static final String TOKEN = "POST /services/oauth2/token";
    private static final String LIMITS = "GET " + StubOrg.DATA + "/limits";
    private static final ConsentRequest REQUEST = new ConsentRequest(
            URI.create("http://localhost:1717/org/callback"),
            "the-state",
            "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    private final AtomicReference<String> kept = new AtomicReference<>("refresh-1");

    @Test
    void the_page_carries_the_challenge_of_rfc_7636_and_never_the_verifier() {
        var page = connect().consent().page(REQUEST);

        assertThat(page.getPath()).isEqualTo("/services/oauth2/authorize");
        assertThat(page.getQuery().split("&"))
                .contains(
                        "response_type=code",
                        "client_id=app",
                        "redirect_uri=http://localhost:1717/org/callback",
                        "state=the-state",
                        "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                        "code_challenge_method=S256");
        assertThat(page.toString()).doesNotContain(REQUEST.verifier());
        assertThat(REQUEST.toString()).doesNotContain(REQUEST.verifier()).doesNotContain(REQUEST.state());
        assertThat(Pkce.challenge(REQUEST.verifier())).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void a_code_is_redeemed_with_the_verifier() {
        org.on(
                TOKEN,
                json("{\"access_token\":\"a\",\"refresh_token\":\"r\",\"instance_url\":\"" + org.url()
                        + "\",\"id\":\"https://login/id/00D000000000001EAA/005000000000001AAA\",\"scope\":\"api\"}"));

        var grant = connect().consent().redeem(REQUEST, "the-code");

        assertThat(grant.refreshToken()).isEqualTo("r");
        assertThat(grant.orgId().value()).startsWith("00D000000000001");
        assertThat(grant.userId().value()).startsWith("005000000000001");
        assertThat(org.requests(TOKEN)).singleElement().satisfies(call -> assertThat(call.body())
                .contains("grant_type=authorization_code", "code=the-code", "code_verifier=" + REQUEST.verifier()));
    }

    @Test
    void a_grant_without_refresh_token_says_which_scope_is_missing() {
        org.on(
                TOKEN,
                json("{\"access_token\":\"a\",\"id\":\"https://login/id/00D000000000001EAA/005000000000001AAA\"}"));
        var problem = catchThrowableOfType(
                RuntimeException.class, () -> connect().consent().redeem(REQUEST, "the-code"));
        assertThat(problem).isInstanceOf(FairpatchException.class).hasMessageContaining("refresh_token");
    }

    @Test
    void the_refresh_token_signs_in_and_a_rotated_one_is_kept() {
        org.on(LIMITS, json("{}"));
        org.on(
                TOKEN,
                json("{\"access_token\":\"a\",\"refresh_token\":\"refresh-2\",\"instance_url\":\"" + org.url()
                        + "\",\"id\":\"https://login/id/00D000000000001EAA/005000000000001AAA\"}"));

        connect().reader().limits();

        assertThat(org.requests(TOKEN)).singleElement().satisfies(call -> assertThat(call.body())
                .contains("grant_type=refresh_token", "refresh_token=refresh-1", "client_id=app"));
        assertThat(kept.get()).isEqualTo("refresh-2");
    }

    @Test
    void a_revoked_grant_says_to_connect_again_and_is_tried_once() {
        org.on(
                TOKEN,
                StubOrg.answer(
                        400,
                        "{\"error\":\"invalid_grant\",\"error_description\":\"expired access/refresh token\"}",
                        "Content-Type",
                        "application/json"));

        var problem = catchThrowableOfType(
                FairpatchException.class, () -> connect().reader().limits());

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_NOT_CONNECTED);
        assertThat(problem)
                .hasMessageContaining("expired access/refresh token")
                .hasMessageContaining("./fairpatch connect")
                .hasMessageNotContaining("refresh-1");
        assertThat(org.requests(TOKEN)).hasSize(1);
    }

    @Test
    void before_anybody_connected_nothing_is_sent() {
        kept.set(null);
        var problem = catchThrowableOfType(
                FairpatchException.class, () -> connect().reader().limits());
        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_NOT_CONNECTED);
        assertThat(org.requests(TOKEN)).isEmpty();
    }

    private SalesforceOrg connect() {
        var keeper = new SignIn.GrantKeeper() {
            @Override
            public Optional<String> refreshToken() {
                return Optional.ofNullable(kept.get());
            }

            @Override
            public void replaced(String refreshToken) {
                kept.set(refreshToken);
            }
        };
        var settings = SalesforceSettings.of(org.url(), new SignIn.Consent("app", StubOrg.SECRET, keeper))
                .withPace(StubOrg.pace());
        return SalesforceOrg.connect(settings, Clock.systemUTC());
    }
}
