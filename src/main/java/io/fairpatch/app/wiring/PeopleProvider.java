package io.fairpatch.app.wiring;

import io.fairpatch.access.Vault;
import io.fairpatch.access.oidc.Provider;
import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.config.ConnectorConfig.By;
import io.fairpatch.config.ConnectorConfig.People;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who vouches for people, as {@code connector.yml} and the environment say. */
@Singleton
final class PeopleProvider {
    private static final String SECRET = "people-secret";

    private final ConnectorConfig config;
    private final Environment environment;
    private final OrgAccess access;
    private final Vault vault;

    PeopleProvider(ConnectorConfig config, Environment environment, OrgAccess access, Vault vault) {
        this.config = config;
        this.environment = environment;
        this.access = access;
        this.vault = vault;
    }

    Provider of(People people) {
        boolean org = people.provider() == By.SALESFORCE;
        URI issuer = org ? access.url() : people.issuer();
        if (issuer == null) {
            throw missing("people.issuer");
        }
        String label = Objects.requireNonNullElse(people.label(), org ? "Salesforce" : issuer.getHost());
        return new Provider(label, issuer, clientId(people, org), secret(people, org), org, people.callbackUrl());
    }

    private String clientId(People people, boolean org) {
        String own = people.clientId();
        if (own != null) {
            return own;
        }
        if (!org) {
            throw missing("people.clientId");
        }
        return environment.get("FAIRPATCH_ORG_CLIENT_ID").orElseGet(() -> {
            String orgs = config.signIn().clientId();
            if (orgs == null) {
                throw missing("signIn.clientId");
            }
            return orgs;
        });
    }

    private @Nullable String secret(People people, boolean org) {
        String variable = Objects.requireNonNullElse(people.clientSecretEnv(), "FAIRPATCH_PEOPLE_CLIENT_SECRET");
        String url = access.url().toString();
        return environment
                .get(variable)
                .or(() -> vault.get(url, SECRET))
                .or(() -> org ? environment.get(config.signIn().clientSecretEnv()) : Optional.empty())
                .orElse(null);
    }

    private static RuntimeException missing(String what) {
        return Problem.of(ErrorCode.CONFIG_MISSING, "People can't sign in by a provider: " + what + " is missing")
                .at("connector.yml")
                .maybe("fill it in, or set people.provider to none")
                .exception();
    }
}
