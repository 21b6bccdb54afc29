-- Records that link an account to a territory or to a member of its team, and that go along with its new rep.
-- linked_id: the territory or the user. values: what a new record holds. record_id: the record to delete.
CREATE TABLE commit_link (
    org_id      text   NOT NULL,
    run_id      text   NOT NULL,
    object      text   NOT NULL,
    account_id  text   NOT NULL,
    linked_id   text   NOT NULL,
    action      text   NOT NULL,
    linked_name text   NOT NULL,
    values      jsonb  NOT NULL,
    record_id   text,
    state       text   NOT NULL,
    code        text,
    message     text,
    token       bigint NOT NULL,
    PRIMARY KEY (org_id, run_id, object, account_id, linked_id, action),
    FOREIGN KEY (org_id, run_id) REFERENCES commit_run
);
