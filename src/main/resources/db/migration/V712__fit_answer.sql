-- What people answered to the opening questions, beside what the data says. The newest answer to a question holds.
CREATE TABLE fit_answer (
    org_id      text        NOT NULL,
    question    text        NOT NULL,
    answer      text        NOT NULL,
    answered_by text        NOT NULL,
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, question)
);
