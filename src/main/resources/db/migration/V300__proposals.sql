-- A proposal and where it stands. revision changes with every change and is its ETag.
CREATE TABLE proposal (
    org_id           text        NOT NULL,
    id               text        NOT NULL,
    snapshot_id      bigint      NOT NULL,
    author           text        NOT NULL,
    author_name      text        NOT NULL,
    created_at       timestamptz NOT NULL,
    state            text        NOT NULL,
    version          integer     NOT NULL,
    revision         bigint      NOT NULL,
    approvals_needed integer     NOT NULL,
    policy_version   integer     NOT NULL,
    fingerprint      text,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX proposal_newest_first ON proposal (org_id, created_at DESC);

-- What was proposed; an edit adds a version and leaves the earlier ones as they were.
CREATE TABLE proposal_version (
    org_id         text             NOT NULL,
    proposal_id    text             NOT NULL,
    version        integer          NOT NULL,
    created_at     timestamptz      NOT NULL,
    created_by     text             NOT NULL,
    accounts       integer          NOT NULL,
    plan_status    text             NOT NULL,
    gap            double precision,
    why            text[]           NOT NULL,
    spread_before  double precision NOT NULL,
    spread_after   double precision NOT NULL,
    largest_before double precision NOT NULL,
    largest_after  double precision NOT NULL,
    PRIMARY KEY (org_id, proposal_id, version),
    FOREIGN KEY (org_id, proposal_id) REFERENCES proposal
);

-- One account each. base holds, from the snapshot, every field whose change since then stops the write; before is the
-- part of it that we overwrite.
CREATE TABLE proposal_line (
    org_id          text             NOT NULL,
    proposal_id     text             NOT NULL,
    version         integer          NOT NULL,
    account_id      text             NOT NULL,
    account_name    text             NOT NULL,
    parent_id       text,
    kind            text             NOT NULL,
    from_rep        text,
    from_name       text,
    from_manager    text,
    to_rep          text             NOT NULL,
    to_name         text             NOT NULL,
    to_manager      text,
    territory       text             NOT NULL,
    headline        text             NOT NULL,
    crm_reason      text             NOT NULL,
    reasons         jsonb            NOT NULL,
    worth           double precision NOT NULL,
    main_rule       text             NOT NULL,
    potential_cents bigint           NOT NULL,
    score           double precision NOT NULL,
    tier            text             NOT NULL,
    before          jsonb            NOT NULL,
    after           jsonb            NOT NULL,
    base            jsonb            NOT NULL,
    decision        text             NOT NULL DEFAULT 'UNDECIDED',
    decided_by      text,
    decided_at      timestamptz,
    decline_reason  text,
    PRIMARY KEY (org_id, proposal_id, version, account_id),
    FOREIGN KEY (org_id, proposal_id, version) REFERENCES proposal_version
);
CREATE INDEX proposal_line_by_worth ON proposal_line (org_id, proposal_id, version, kind, worth DESC, account_id);
CREATE INDEX proposal_line_by_decision ON proposal_line (org_id, proposal_id, version, kind, decision);

CREATE TABLE proposal_book (
    org_id       text             NOT NULL,
    proposal_id  text             NOT NULL,
    version      integer          NOT NULL,
    rep_id       text             NOT NULL,
    rep_name     text             NOT NULL,
    manager_id   text,
    active       boolean          NOT NULL,
    territory    text             NOT NULL,
    capacity     double precision NOT NULL,
    target_cents bigint           NOT NULL,
    before       jsonb            NOT NULL,
    after        jsonb            NOT NULL,
    narrative    text             NOT NULL,
    PRIMARY KEY (org_id, proposal_id, version, rep_id),
    FOREIGN KEY (org_id, proposal_id, version) REFERENCES proposal_version
);

-- Who approved the decisions as they stood. A later change of any decision makes the approval invalid.
CREATE TABLE proposal_approval (
    org_id      text        NOT NULL,
    proposal_id text        NOT NULL,
    version     integer     NOT NULL,
    person      text        NOT NULL,
    fingerprint text        NOT NULL,
    valid       boolean     NOT NULL,
    approved_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, proposal_id, version, person),
    FOREIGN KEY (org_id, proposal_id, version) REFERENCES proposal_version
);
