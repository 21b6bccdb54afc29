-- phase_of: the proposal that this one was parted from, and the same in that one itself; null when it stands alone.
ALTER TABLE proposal ADD COLUMN phase_of text;
CREATE INDEX proposal_phases ON proposal (org_id, phase_of) WHERE phase_of IS NOT NULL;

-- Yearly growth as a share: accounts that grow least move first.
ALTER TABLE proposal_account ADD COLUMN growth double precision;

-- Was never used: a phase is a proposal of its own.
ALTER TABLE proposal_line DROP COLUMN wave;
