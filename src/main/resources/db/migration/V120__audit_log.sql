-- Who did what, when. Rows are only ever added; each carries the hash of the one before it.
CREATE TABLE audit_log (
    org_id        text        NOT NULL,
    seq           bigint      NOT NULL,
    at            timestamptz NOT NULL,
    actor         text        NOT NULL,
    action        text        NOT NULL,
    subject       text        NOT NULL,
    -- json, not jsonb: the text must stay byte for byte what was hashed
    details       json        NOT NULL,
    previous_hash bytea       NOT NULL,
    hash          bytea       NOT NULL,
    PRIMARY KEY (org_id, seq)
);
CREATE INDEX audit_log_of_subject ON audit_log (org_id, subject);

CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit log is append-only: % refused', TG_OP;
END
$$;

CREATE TRIGGER audit_log_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();
