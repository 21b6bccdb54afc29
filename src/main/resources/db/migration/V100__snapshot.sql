-- A run that copied an org. What is visible in the tables below is the last finished one.
CREATE TABLE sync_run (
    org_id      text        NOT NULL,
    id          bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    failed_at   timestamptz,
    problem     text,
    counts      jsonb       NOT NULL DEFAULT '{}',
    PRIMARY KEY (org_id, id),
    CHECK (finished_at IS NULL OR failed_at IS NULL)
);

-- Money in whole cents of the org's currency. A record that the org no longer shows keeps its last values and gets
-- deleted_at.
CREATE TABLE account (
    org_id                  text        NOT NULL,
    id                      text        NOT NULL,
    name                    text        NOT NULL,
    owner_id                text,
    parent_id               text,
    type                    text,
    industry                text,
    employees               integer,
    company_revenue_cents   bigint,
    current_revenue_cents   bigint,
    expansion_cents         bigint,
    country                 text,
    state                   text,
    city                    text,
    postal_code             text,
    latitude                double precision,
    longitude               double precision,
    intent                  double precision,
    headcount_growth        double precision,
    named_account           boolean     NOT NULL,
    strategic               boolean     NOT NULL,
    churn_risk              text,
    language                text,
    compliance              text[]      NOT NULL,
    website                 text,
    territory               text,
    territory_rep           text,
    territory_assigned_date date,
    territory_score         double precision,
    territory_tier          text,
    territory_reason        text,
    territory_commit        text,
    system_modstamp         timestamptz NOT NULL,
    deleted_at              timestamptz,
    PRIMARY KEY (org_id, id)
);

CREATE TABLE opportunity (
    org_id          text        NOT NULL,
    id              text        NOT NULL,
    account_id      text,
    owner_id        text,
    stage           text        NOT NULL,
    amount_cents    bigint,
    close_date      date        NOT NULL,
    created_date    date,
    closed          boolean     NOT NULL,
    won             boolean     NOT NULL,
    system_modstamp timestamptz NOT NULL,
    deleted_at      timestamptz,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX opportunity_of_account ON opportunity (org_id, account_id);

CREATE TABLE org_user (
    org_id           text        NOT NULL,
    id               text        NOT NULL,
    name             text        NOT NULL,
    email            text,
    manager_id       text,
    active           boolean     NOT NULL,
    user_type        text,
    role             text,
    ramp_stage       text,
    tenure_start     date,
    languages        text[]      NOT NULL,
    clearances       text[]      NOT NULL,
    home_postal_code text,
    country          text,
    latitude         double precision,
    longitude        double precision,
    quota_cents      bigint,
    system_modstamp  timestamptz NOT NULL,
    deleted_at       timestamptz,
    PRIMARY KEY (org_id, id)
);

-- What is known of the people at an account and of contact with them. Written whole by each run.
CREATE TABLE engagement (
    org_id        text    NOT NULL,
    account_id    text    NOT NULL,
    contacts      integer NOT NULL,
    last_activity date,
    PRIMARY KEY (org_id, account_id)
);

-- What did not fit: a whole row left out (kept is false), or one value left empty (kept is true).
CREATE TABLE refused_row (
    org_id    text    NOT NULL,
    run_id    bigint  NOT NULL,
    position  bigint  NOT NULL,
    object    text    NOT NULL,
    record_id text    NOT NULL,
    field     text    NOT NULL,
    value     text    NOT NULL,
    reason    text    NOT NULL,
    kept      boolean NOT NULL,
    PRIMARY KEY (org_id, run_id, position),
    FOREIGN KEY (org_id, run_id) REFERENCES sync_run
);
