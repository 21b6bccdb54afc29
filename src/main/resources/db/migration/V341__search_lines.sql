-- What a reviewer's search looks through, kept in lower case so that it need not be made for every line at every search.
ALTER TABLE proposal_line ADD COLUMN search text GENERATED ALWAYS AS (lower(
    account_name || chr(10) || account_id || chr(10) || coalesce(from_name, '') || chr(10) || to_name || chr(10)
    || headline)) STORED;

-- The orders in which moves are listed most.
CREATE INDEX proposal_line_by_potential ON proposal_line
    (org_id, proposal_id, version, kind, potential_cents, account_id);
CREATE INDEX proposal_line_by_rule ON proposal_line (org_id, proposal_id, version, kind, main_rule, worth DESC, account_id);
