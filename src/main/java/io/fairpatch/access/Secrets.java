package io.fairpatch.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The secrets kept for the org of this installation. Thread-safe. */
public final class Secrets {
    /** The consumer secret of the org's app. */
    public static final String CLIENT_SECRET = "client-secret";

    /** What a person's yes at the org's page brought. */
    public static final String REFRESH_TOKEN = "refresh-token";

    private final Vault vault;
    private final Supplier<String> orgUrl;

    /** @param orgUrl where to sign in; asked for only when a secret is */
    public Secrets(Vault vault, Supplier<String> orgUrl) {
        this.vault = vault;
        this.orgUrl = orgUrl;
    }

    /** Keeps a secret in the place of one of the same name. */
    public void put(String name, String secret, String person) {
        vault.put(orgUrl.get(), name, secret, person);
    }

    public Optional<String> get(String name) {
        return vault.get(orgUrl.get(), name);
    }

    /** Forgets a secret; answers whether there was one. */
    public boolean remove(String name) {
        return vault.remove(orgUrl.get(), name);
    }

    /** What is kept, without the secrets. */
    public List<Vault.Kept> list() {
        return vault.list(orgUrl.get());
    }
}
