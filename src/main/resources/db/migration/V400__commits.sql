-- Who may write to an org now. Every steal raises the token; a write that carries an older one is refused.
CREATE TABLE commit_lease (
    org_id     text        NOT NULL PRIMARY KEY,
    holder     text        NOT NULL,
    token      bigint      NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE TABLE commit_run (
    org_id         text        NOT NULL,
    id             text        NOT NULL,
    proposal_id    text        NOT NULL,
    version        integer     NOT NULL,
    number         integer     NOT NULL,
    fingerprint    text        NOT NULL,
    started_by     text        NOT NULL,
    started_at     timestamptz NOT NULL,
    batch_rows     integer     NOT NULL,
    state          text        NOT NULL,
    stop_requested boolean     NOT NULL DEFAULT false,
    finished_at    timestamptz,
    problem        text,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, proposal_id, number),
    FOREIGN KEY (org_id, proposal_id, version) REFERENCES proposal_version
);

-- One job of the org each. token is the fencing token of whoever changed the row last.
CREATE TABLE commit_batch (
    org_id          text    NOT NULL,
    run_id          text    NOT NULL,
    number          integer NOT NULL,
    state           text    NOT NULL,
    job_id          text,
    job_api_version text,
    token           bigint  NOT NULL,
    PRIMARY KEY (org_id, run_id, number),
    FOREIGN KEY (org_id, run_id) REFERENCES commit_run
);

-- What we mean to write to one account, and how far that is. written: the org's receipt says it wrote the row.
CREATE TABLE write_intent (
    org_id       text        NOT NULL,
    run_id       text        NOT NULL,
    account_id   text        NOT NULL,
    proposal_id  text        NOT NULL,
    run_number   integer     NOT NULL,
    account_name text        NOT NULL,
    kind         text        NOT NULL,
    ordinal      integer     NOT NULL,
    before       jsonb       NOT NULL,
    after        jsonb       NOT NULL,
    base         jsonb       NOT NULL,
    state        text        NOT NULL,
    batch_number integer,
    attempts     integer     NOT NULL DEFAULT 0,
    written      boolean     NOT NULL DEFAULT false,
    code         text,
    message      text,
    drift        jsonb,
    token        bigint      NOT NULL,
    PRIMARY KEY (org_id, run_id, account_id),
    FOREIGN KEY (org_id, run_id) REFERENCES commit_run
);
CREATE INDEX write_intent_in_order ON write_intent (org_id, run_id, state, ordinal);
CREATE INDEX write_intent_of_proposal ON write_intent (org_id, proposal_id, account_id, run_number DESC);
CREATE INDEX write_intent_in_doubt ON write_intent (org_id, proposal_id) WHERE state = 'UNKNOWN';
