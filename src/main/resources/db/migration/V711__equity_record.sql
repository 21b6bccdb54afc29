-- How territories stood after a scoring, one line a territory. Territories change afterwards; these lines don't.
CREATE TABLE equity_record (
    org_id          text             NOT NULL,
    score_run_id    bigint           NOT NULL,
    taken_on        date             NOT NULL,
    territory_key   text             NOT NULL,
    territory       text             NOT NULL,
    rep             text             NOT NULL,
    accounts        bigint           NOT NULL,
    potential_cents bigint           NOT NULL,
    capacity        double precision NOT NULL,
    tier_one        bigint           NOT NULL,
    quota_cents     bigint,
    won_cents       bigint           NOT NULL,
    PRIMARY KEY (org_id, score_run_id, territory_key),
    FOREIGN KEY (org_id, score_run_id) REFERENCES score_run
);
