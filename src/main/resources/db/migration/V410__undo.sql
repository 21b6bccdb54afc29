-- The proposal whose writes this one takes back; null for any other.
ALTER TABLE proposal ADD COLUMN undoes text;
CREATE INDEX proposal_undoing ON proposal (org_id, undoes) WHERE undoes IS NOT NULL;
