-- People of the installation, how they sign in, and what they hold while signed in.
CREATE TABLE person (
    org_id        text    NOT NULL,
    name          text    NOT NULL,
    display_name  text    NOT NULL,
    roles         text[]  NOT NULL,
    user_id       text,
    manager       boolean NOT NULL,
    password_hash text,
    PRIMARY KEY (org_id, name)
);

-- Only the SHA-256 of a token is kept.
CREATE TABLE session (
    org_id       text        NOT NULL,
    token_digest text        NOT NULL,
    person       text        NOT NULL,
    opened_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    PRIMARY KEY (org_id, token_digest),
    FOREIGN KEY (org_id, person) REFERENCES person ON DELETE CASCADE
);
CREATE INDEX session_of_person ON session (org_id, person);
CREATE INDEX session_by_token ON session (token_digest);

CREATE TABLE api_token (
    org_id       text        NOT NULL,
    token_digest text        NOT NULL,
    person       text        NOT NULL,
    label        text        NOT NULL,
    issued_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    PRIMARY KEY (org_id, token_digest),
    FOREIGN KEY (org_id, person) REFERENCES person ON DELETE CASCADE
);
CREATE INDEX api_token_of_person ON api_token (org_id, person);

-- Failed sign-ins in a row, for names that exist and names that do not alike.
CREATE TABLE sign_in_failure (
    org_id        text        NOT NULL,
    name          text        NOT NULL,
    failures      integer     NOT NULL,
    last_at       timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL,
    PRIMARY KEY (org_id, name)
);
