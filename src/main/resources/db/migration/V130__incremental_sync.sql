-- A run whose process died, or that met a passing fault, is gone on with from its last stored page.
ALTER TABLE sync_run ADD COLUMN resumable boolean NOT NULL DEFAULT false;

-- What a run reads of one object, and how far: written with each page, in the same transaction as its rows.
CREATE TABLE sync_part (
    org_id           text        NOT NULL,
    run_id           bigint      NOT NULL,
    object           text        NOT NULL,
    mode             text        NOT NULL,
    soql             text        NOT NULL,
    include_deleted  boolean     NOT NULL,
    -- Fingerprint of what is read and how it is mapped: another one means other values for the same record.
    shape            text        NOT NULL,
    fields           jsonb       NOT NULL,
    upto             timestamptz NOT NULL,
    job_id           text        NOT NULL DEFAULT '',
    api_version      text        NOT NULL DEFAULT '',
    locator          text        NOT NULL DEFAULT '',
    delivered        bigint      NOT NULL DEFAULT 0,
    staged           bigint      NOT NULL DEFAULT 0,
    refused          bigint      NOT NULL DEFAULT 0,
    started          boolean     NOT NULL DEFAULT false,
    done             boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (org_id, run_id, object, mode),
    FOREIGN KEY (org_id, run_id) REFERENCES sync_run
);

-- How far the copy of an object reaches. Moved only by a run that finished.
CREATE TABLE sync_cursor (
    org_id        text        NOT NULL,
    object        text        NOT NULL,
    upto          timestamptz NOT NULL,
    shape         text        NOT NULL,
    fields        jsonb       NOT NULL,
    full_at       timestamptz NOT NULL,
    reconciled_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, object)
);

-- Money stands in the org's own currency; where the record has another, what the record says is kept in original.
ALTER TABLE account
    ADD COLUMN record_type    text,
    ADD COLUMN person_account boolean NOT NULL DEFAULT false,
    ADD COLUMN tech_stack     text,
    ADD COLUMN currency       text,
    ADD COLUMN original       jsonb,
    ADD COLUMN time_zone      text,
    ADD COLUMN merged_into    text;
ALTER TABLE opportunity
    ADD COLUMN name        text,
    ADD COLUMN record_type text,
    ADD COLUMN lead_source text,
    ADD COLUMN currency    text,
    ADD COLUMN original    jsonb,
    ADD COLUMN merged_into text;
ALTER TABLE org_user
    ADD COLUMN motion      text,
    ADD COLUMN skills      text[] NOT NULL DEFAULT '{}',
    ADD COLUMN time_zone   text,
    ADD COLUMN merged_into text;

CREATE TABLE contact (
    org_id          text        NOT NULL,
    id              text        NOT NULL,
    account_id      text,
    name            text,
    title           text,
    system_modstamp timestamptz NOT NULL,
    deleted_at      timestamptz,
    merged_into     text,
    PRIMARY KEY (org_id, id)
);
CREATE TABLE contact_role (
    org_id          text        NOT NULL,
    id              text        NOT NULL,
    opportunity_id  text,
    contact_id      text,
    role            text,
    is_primary      boolean     NOT NULL,
    system_modstamp timestamptz NOT NULL,
    deleted_at      timestamptz,
    merged_into     text,
    PRIMARY KEY (org_id, id)
);
CREATE TABLE task (
    org_id          text        NOT NULL,
    id              text        NOT NULL,
    account_id      text,
    what_id         text,
    on_date         date,
    system_modstamp timestamptz NOT NULL,
    deleted_at      timestamptz,
    merged_into     text,
    PRIMARY KEY (org_id, id)
);
CREATE TABLE event (LIKE task INCLUDING ALL);
CREATE TABLE forecast_quota (
    org_id          text        NOT NULL,
    id              text        NOT NULL,
    owner_id        text,
    amount_cents    bigint,
    start_date      date,
    currency        text,
    original        jsonb,
    system_modstamp timestamptz NOT NULL,
    deleted_at      timestamptz,
    merged_into     text,
    PRIMARY KEY (org_id, id)
);
CREATE TABLE territory_association (
    org_id          text        NOT NULL,
    id              text        NOT NULL,
    account_id      text,
    territory_id    text,
    cause           text,
    system_modstamp timestamptz NOT NULL,
    deleted_at      timestamptz,
    merged_into     text,
    PRIMARY KEY (org_id, id)
);
