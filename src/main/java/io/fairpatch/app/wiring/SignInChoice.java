package io.fairpatch.app.wiring;

import io.fairpatch.access.Secrets;
import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.config.ConnectorConfig.Flow;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.salesforce.PemKey;
import io.fairpatch.salesforce.SignIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses how to sign in: what the environment gives, else the flow of {@code connector.yml}. */
final class SignInChoice {
    private static final String VAULT = "vault:";

    private final ConnectorConfig.SignIn given;
    private final Environment environment;
    private final KeptSecrets kept;
    private final String orgUrl;

    SignInChoice(ConnectorConfig.SignIn given, Environment environment, KeptSecrets kept, String orgUrl) {
        this.given = given;
        this.environment = environment;
        this.kept = kept;
        this.orgUrl = orgUrl;
    }

    SignIn signIn() {
        var token = environment.get("FAIRPATCH_ORG_ACCESS_TOKEN");
        if (token.isPresent()) {
            return new SignIn.AccessToken(token.get());
        }
        var clientId = environment
                .get("FAIRPATCH_ORG_CLIENT_ID")
                .or(() -> Optional.ofNullable(given.clientId()))
                .orElseThrow(() -> OrgAccess.missing("signIn.clientId", "FAIRPATCH_ORG_CLIENT_ID"));
        // the flow named in the file may be overruled by a secret in the environment alone
        if (environment.get("FAIRPATCH_ORG_CLIENT_SECRET").isPresent() && given.flow() != Flow.WEB) {
            return credentials(clientId);
        }
        return switch (given.flow()) {
            case CLIENT_CREDENTIALS -> credentials(clientId);
            case JWT -> jwt(clientId);
            case WEB -> new SignIn.Consent(clientId, secret().orElse(null), keeper());
        };
    }

    private SignIn credentials(String clientId) {
        // a secret that is missing is said before anything is asked of the org
        requireSecret();
        return new SignIn.ClientCredentials(clientId, this::requireSecret);
    }

    private String requireSecret() {
        return secret().orElseThrow(() ->
                OrgAccess.missing("the client secret, which is never in a file", given.clientSecretEnv()));
    }

    private Optional<String> secret() {
        return environment
                .get("FAIRPATCH_ORG_CLIENT_SECRET")
                .or(() -> environment.get(given.clientSecretEnv()))
                .or(() -> kept.get(orgUrl, Secrets.CLIENT_SECRET));
    }

    private SignIn jwt(String clientId) {
        if (given.username() == null || given.keyFile() == null) {
            throw OrgAccess.missing("signIn.username or signIn.keyFile of the jwt flow", "flow: client-credentials");
        }
        List<PemKey> keys = new ArrayList<>();
        keys.add(key(given.keyFile()));
        addOther(keys, given.otherKeyFile());
        return new SignIn.JwtBearer(clientId, given.username(), keys, null);
    }

    private void addOther(List<PemKey> keys, @Nullable String other) {
        if (other != null) {
            keys.add(key(other));
        }
    }

    private PemKey key(String place) {
        if (!place.startsWith(VAULT)) {
            return PemKey.file(Path.of(place));
        }
        var name = place.substring(VAULT.length());
        return new PemKey(place, () -> kept.get(orgUrl, name).orElseThrow(() -> Problem.of(
                        ErrorCode.CONFIG_MISSING, "The vault keeps no secret " + name + " for this org")
                .at("connector.yml, signIn")
                .maybe("keep it: ./fairpatch secrets put " + name + " < key.pem")
                .exception()));
    }

    private SignIn.GrantKeeper keeper() {
        return new SignIn.GrantKeeper() {
            @Override
            public Optional<String> refreshToken() {
                return kept.get(orgUrl, Secrets.REFRESH_TOKEN);
            }

            @Override
            public void replaced(String refreshToken) {
                kept.put(orgUrl, Secrets.REFRESH_TOKEN, refreshToken);
            }
        };
    }
}
