-- Who leads the rep, by name, so that books can be shown by team.
ALTER TABLE proposal_book ADD COLUMN manager_name text;
