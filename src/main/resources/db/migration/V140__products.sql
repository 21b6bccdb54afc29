-- What is sold, and what was sold in which opportunity. Money in whole cents of the org's currency.
CREATE TABLE product (
    org_id          text        NOT NULL,
    id              text        NOT NULL,
    name            text        NOT NULL,
    code            text,
    family          text,
    active          boolean     NOT NULL,
    system_modstamp timestamptz NOT NULL,
    deleted_at      timestamptz,
    merged_into     text,
    PRIMARY KEY (org_id, id)
);
CREATE TABLE line_item (
    org_id          text        NOT NULL,
    id              text        NOT NULL,
    opportunity_id  text,
    product_id      text,
    quantity        double precision,
    total_cents     bigint,
    currency        text,
    original        jsonb,
    system_modstamp timestamptz NOT NULL,
    deleted_at      timestamptz,
    merged_into     text,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX line_item_of_opportunity ON line_item (org_id, opportunity_id);
