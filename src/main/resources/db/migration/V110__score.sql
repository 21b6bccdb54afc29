-- One scoring of all accounts. Older ones stay readable.
CREATE TABLE score_run (
    org_id        text        NOT NULL,
    id            bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    sync_run_id   bigint      NOT NULL,
    model_version integer     NOT NULL,
    scored_at     timestamptz NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, sync_run_id) REFERENCES sync_run
);

CREATE TABLE account_score (
    org_id            text             NOT NULL,
    score_run_id      bigint           NOT NULL,
    account_id        text             NOT NULL,
    customer          boolean          NOT NULL,
    score             double precision NOT NULL,
    tier              text             NOT NULL,
    grade             text             NOT NULL,
    reasons           jsonb            NOT NULL,
    potential_cents   bigint           NOT NULL,
    win_probability   double precision NOT NULL,
    win_sample        integer          NOT NULL,
    potential_reasons jsonb            NOT NULL,
    assumptions       text[]           NOT NULL,
    PRIMARY KEY (org_id, score_run_id, account_id),
    FOREIGN KEY (org_id, score_run_id) REFERENCES score_run
);
