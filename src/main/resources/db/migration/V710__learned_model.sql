-- Who switched the learned model on or off, and why. The newest line holds; without one it is off.
CREATE TABLE learned_switch (
    org_id     text             NOT NULL,
    id         bigint           NOT NULL GENERATED ALWAYS AS IDENTITY,
    turned_on  boolean          NOT NULL,
    turned_by  text             NOT NULL,
    turned_at  timestamptz      NOT NULL,
    reason     text             NOT NULL,
    PRIMARY KEY (org_id, id)
);
-- Whether win probabilities of a scoring came from the learned model.
ALTER TABLE score_run ADD COLUMN learned boolean NOT NULL DEFAULT false;
