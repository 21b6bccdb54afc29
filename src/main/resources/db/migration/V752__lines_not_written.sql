-- What the newest attempt says of each account of a proposal. maybe_written: the org said that it wrote the row, or said
-- nothing after the row was sent.
CREATE VIEW newest_intent AS
    SELECT DISTINCT ON (org_id, proposal_id, account_id) org_id, proposal_id, account_id, account_name, kind, state,
        code, before, after, base, drift, written,
        written OR (state = 'DRIFTED' AND batch_number IS NOT NULL AND receipt IS NULL) AS maybe_written
    FROM write_intent
    ORDER BY org_id, proposal_id, account_id, run_number DESC;

-- Approved lines that no commit brought into the org, though one tried; none while one is trying. Where somebody changed
-- the account, the move is in the org all the same if the rep is the one who was approved. What held already what was
-- approved needs no write. Most commits have none: they are looked up by an index of their own.
CREATE INDEX write_intent_not_written ON write_intent (org_id, proposal_id, account_id)
    WHERE state IN ('REJECTED', 'CANCELLED', 'UNKNOWN', 'DRIFTED');

CREATE VIEW unwritten_line AS
    SELECT i.org_id, i.proposal_id, i.account_id, i.kind, i.state
    FROM write_intent i
    JOIN proposal p ON p.org_id = i.org_id AND p.id = i.proposal_id AND p.state <> 'COMMITTING'
    JOIN proposal_line l ON l.org_id = p.org_id AND l.proposal_id = p.id AND l.version = p.version
        AND l.account_id = i.account_id
    WHERE i.state IN ('REJECTED', 'CANCELLED', 'UNKNOWN', 'DRIFTED')
    -- by the whole key also where the table has no statistics yet, which an anti join would not be
    AND i.run_number = (
        SELECT max(newest.run_number) FROM write_intent newest
        WHERE newest.org_id = i.org_id AND newest.proposal_id = i.proposal_id AND newest.account_id = i.account_id)
    AND (i.state <> 'DRIFTED' OR i.code IS DISTINCT FROM 'ALREADY_SO' AND NOT coalesce(
        (SELECT bool_and(c ->> 'now' IS NOT DISTINCT FROM l.to_rep)
         FROM jsonb_array_elements(i.drift -> 'changes') c WHERE i.after ->> (c ->> 'field') = l.to_rep),
        (i.written OR i.batch_number IS NOT NULL AND i.receipt IS NULL) AND i.drift IS NOT NULL));
