-- The answer to a state-changing call, by the key its caller gave it; answer is null while the call is under way.
CREATE TABLE idempotency_key (
    org_id       text        NOT NULL,
    person       text        NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    begun_at     timestamptz NOT NULL,
    status       integer,
    answer       text,
    revision     bigint,
    location     text,
    PRIMARY KEY (org_id, person, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (org_id, begun_at);
