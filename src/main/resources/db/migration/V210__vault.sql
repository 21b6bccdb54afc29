-- Secrets that the service needs by itself: refresh token, client secret, private keys. Sealed with AES-256-GCM; the
-- key is kept outside of the database. They are needed before the org's id is known, so its sign-in address leads.
CREATE TABLE vault (
    org_url text        NOT NULL,
    name    text        NOT NULL,
    key_id  text        NOT NULL,
    sealed  bytea       NOT NULL,
    kept_at timestamptz NOT NULL,
    kept_by text        NOT NULL,
    PRIMARY KEY (org_url, name)
);
