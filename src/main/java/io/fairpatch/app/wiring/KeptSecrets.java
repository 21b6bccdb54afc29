package io.fairpatch.app.wiring;

import java.util.Optional;

/** Secrets kept for an org, by the org's sign-in address and their name. */
interface KeptSecrets {
    /** Keeps nothing: for work without a database. */
    KeptSecrets NONE = new KeptSecrets() {
        @Override
        public Optional<String> get(String orgUrl, String name) {
            return Optional.empty();
        }

        @Override
        public void put(String orgUrl, String name, String secret) {
            throw new IllegalStateException("There is no vault to keep " + name + " in");
        }
    };

    Optional<String> get(String orgUrl, String name);

    void put(String orgUrl, String name, String secret);
}
