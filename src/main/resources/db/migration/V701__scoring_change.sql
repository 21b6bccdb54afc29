-- Weights and cuts that people put in force on the page. The highest version of these and of scoring.yml holds.
CREATE TABLE scoring_change (
    org_id       text             NOT NULL,
    version      integer          NOT NULL,
    fit          double precision NOT NULL,
    intent       double precision NOT NULL,
    relationship double precision NOT NULL,
    expansion    double precision NOT NULL,
    growth       double precision NOT NULL,
    strategic    double precision NOT NULL,
    revenue      double precision NOT NULL,
    tier_one     double precision NOT NULL,
    tier_two     double precision NOT NULL,
    changed_by   text             NOT NULL,
    changed_at   timestamptz      NOT NULL,
    reason       text             NOT NULL,
    PRIMARY KEY (org_id, version)
);
