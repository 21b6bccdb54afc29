-- Every account in scope of a proposal as it was planned on: what the map, the what-if and the list of side effects need.
CREATE TABLE proposal_account (
    org_id          text             NOT NULL,
    proposal_id     text             NOT NULL,
    account_id      text             NOT NULL,
    account_name    text             NOT NULL,
    parent_id       text,
    rep_id          text,
    potential_cents bigint           NOT NULL,
    score           double precision NOT NULL,
    tier            text             NOT NULL,
    customer        boolean          NOT NULL,
    named           boolean          NOT NULL,
    language        text,
    compliance      text[]           NOT NULL,
    latitude        double precision,
    longitude       double precision,
    contacts        integer          NOT NULL,
    open_deals      integer          NOT NULL,
    open_deal_cents bigint           NOT NULL,
    last_activity   date,
    industry        text,
    state           text,
    base            jsonb            NOT NULL,
    PRIMARY KEY (org_id, proposal_id, account_id),
    FOREIGN KEY (org_id, proposal_id) REFERENCES proposal
);
CREATE INDEX proposal_account_of_rep ON proposal_account (org_id, proposal_id, rep_id);

-- effective: the day written as the assigned date. scheduled_for: when the approved set is written by itself.
ALTER TABLE proposal
    ADD COLUMN effective      date,
    ADD COLUMN scheduled_for  timestamptz,
    ADD COLUMN scheduled_by   text,
    ADD COLUMN scheduled_note text,
    ADD COLUMN redesign       boolean NOT NULL DEFAULT false;

-- change: which kind of change the move is, by which the write policy says who decides.
-- edited: the target was set by hand. dropped: why an earlier version's decision was not carried over.
-- wave: in which step of a gradual change it is written, 1 is the first.
ALTER TABLE proposal_line
    ADD COLUMN change       text    NOT NULL DEFAULT 'WITHIN_TEAM',
    ADD COLUMN edited       boolean NOT NULL DEFAULT false,
    ADD COLUMN dropped      text,
    ADD COLUMN wave         integer NOT NULL DEFAULT 1,
    ADD COLUMN open_deals   integer NOT NULL DEFAULT 0,
    ADD COLUMN contested_by timestamptz;

ALTER TABLE proposal_book
    ADD COLUMN languages  text[] NOT NULL DEFAULT '{}',
    ADD COLUMN clearances text[] NOT NULL DEFAULT '{}',
    ADD COLUMN ramp       text   NOT NULL DEFAULT 'RAMPED',
    ADD COLUMN latitude   double precision,
    ADD COLUMN longitude  double precision;

-- What a person tries out; it becomes part of the proposal only when saved, as a new version.
CREATE TABLE proposal_edit (
    org_id      text        NOT NULL,
    proposal_id text        NOT NULL,
    version     integer     NOT NULL,
    person      text        NOT NULL,
    account_id  text        NOT NULL,
    to_rep      text        NOT NULL,
    note        text        NOT NULL,
    edited_at   timestamptz NOT NULL,
    PRIMARY KEY (org_id, proposal_id, version, person, account_id),
    FOREIGN KEY (org_id, proposal_id, version) REFERENCES proposal_version
);

-- What managers said of a line whose kind of change asks for more than one voice.
CREATE TABLE proposal_voice (
    org_id      text        NOT NULL,
    proposal_id text        NOT NULL,
    version     integer     NOT NULL,
    account_id  text        NOT NULL,
    manager_id  text        NOT NULL,
    person      text        NOT NULL,
    agrees      boolean     NOT NULL,
    reason      text,
    said_at     timestamptz NOT NULL,
    PRIMARY KEY (org_id, proposal_id, version, account_id, manager_id),
    FOREIGN KEY (org_id, proposal_id, version) REFERENCES proposal_version
);

-- account_id is null for a comment on the proposal as a whole. kind: COMMENT, or FEEDBACK of a rep in the CRM.
CREATE TABLE proposal_comment (
    org_id      text        NOT NULL,
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    proposal_id text,
    account_id  text,
    kind        text        NOT NULL,
    source_id   text,
    author      text        NOT NULL,
    author_name text        NOT NULL,
    body        text        NOT NULL,
    mentions    text[]      NOT NULL,
    written_at  timestamptz NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, source_id),
    FOREIGN KEY (org_id, proposal_id) REFERENCES proposal
);
CREATE INDEX proposal_comment_of ON proposal_comment (org_id, proposal_id, account_id);
CREATE INDEX proposal_comment_of_account ON proposal_comment (org_id, account_id);

-- Accounts that stay with their rep until a day, whatever a plan would say. Rows are ended, not removed.
CREATE TABLE account_pin (
    org_id     text        NOT NULL,
    account_id text        NOT NULL,
    rep_id     text        NOT NULL,
    until      date        NOT NULL,
    reason     text        NOT NULL,
    pinned_by  text        NOT NULL,
    pinned_at  timestamptz NOT NULL,
    PRIMARY KEY (org_id, account_id)
);

-- A filter with a name: the address after the question mark.
CREATE TABLE saved_view (
    org_id text NOT NULL,
    person text NOT NULL,
    name   text NOT NULL,
    query  text NOT NULL,
    PRIMARY KEY (org_id, person, name)
);

-- Further kinds of action of a proposal beside account moves: capacity, support, role.
CREATE TABLE proposal_action (
    org_id      text        NOT NULL,
    proposal_id text        NOT NULL,
    number      integer     NOT NULL,
    kind        text        NOT NULL,
    rep_id      text        NOT NULL,
    rep_name    text        NOT NULL,
    sentence    text        NOT NULL,
    decision    text        NOT NULL DEFAULT 'UNDECIDED',
    decided_by  text,
    added_by    text        NOT NULL,
    added_at    timestamptz NOT NULL,
    PRIMARY KEY (org_id, proposal_id, number),
    FOREIGN KEY (org_id, proposal_id) REFERENCES proposal
);

-- What a person has seen of the page's guidance.
CREATE TABLE person_seen (
    org_id  text        NOT NULL,
    person  text        NOT NULL,
    what    text        NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, person, what)
);

ALTER TABLE session
    ADD COLUMN agent   text,
    ADD COLUMN how     text NOT NULL DEFAULT 'password',
    ADD COLUMN used_at timestamptz;

-- whether the person had the role of an approver when approving: a redesign asks for one
ALTER TABLE proposal_approval ADD COLUMN approver boolean NOT NULL DEFAULT false;
