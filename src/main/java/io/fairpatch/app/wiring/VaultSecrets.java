package io.fairpatch.app.wiring;

import io.fairpatch.access.Vault;
import java.util.Optional;

/** The vault as the sign-in sees it. */
record VaultSecrets(Vault vault) implements KeptSecrets {
    @Override
    public Optional<String> get(String orgUrl, String name) {
        return vault.get(orgUrl, name);
    }

    @Override
    public void put(String orgUrl, String name, String secret) {
        vault.put(orgUrl, name, secret, "the org");
    }
}
