-- The job that made this proposal: run again after its process died, it finds it instead of making another one.
ALTER TABLE proposal ADD COLUMN made_by uuid;
CREATE UNIQUE INDEX proposal_made_by ON proposal (org_id, made_by) WHERE made_by IS NOT NULL;
