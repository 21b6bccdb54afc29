-- A file that was taken in. What it brought names it.
CREATE TABLE import_run (
    org_id      text        NOT NULL,
    id          bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    kind        text        NOT NULL,
    file        text        NOT NULL,
    sha256      text        NOT NULL,
    columns     jsonb       NOT NULL,
    source      text        NOT NULL,
    as_of       date        NOT NULL,
    person      text        NOT NULL,
    imported_at timestamptz NOT NULL,
    counts      jsonb       NOT NULL,
    PRIMARY KEY (org_id, id)
);

-- One value of one record that came from a file, with where it is from and how old it is.
CREATE TABLE imported_fact (
    org_id    text    NOT NULL,
    object    text    NOT NULL,
    record_id text    NOT NULL,
    field     text    NOT NULL,
    source    text    NOT NULL,
    value     text    NOT NULL,
    as_of     date    NOT NULL,
    -- Whether it stands before what the org says; otherwise it fills what the org leaves empty.
    preferred boolean NOT NULL,
    import_id bigint  NOT NULL,
    PRIMARY KEY (org_id, object, record_id, field, source),
    FOREIGN KEY (org_id, import_id) REFERENCES import_run
);

-- Deals and people that are not in the org but in a file: a sync leaves them alone.
ALTER TABLE opportunity ADD COLUMN import_id bigint;
ALTER TABLE contact ADD COLUMN import_id bigint;
