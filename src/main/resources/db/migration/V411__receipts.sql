-- What the org said of the row, kept until reading back decides: WRITTEN, FAILED, UNPROCESSED; null when it said nothing.
ALTER TABLE write_intent ADD COLUMN receipt text;

-- By which of the org's interfaces the batch goes.
ALTER TABLE commit_batch ADD COLUMN channel text NOT NULL DEFAULT 'BULK';
CREATE INDEX commit_batch_open ON commit_batch (org_id) WHERE state <> 'DONE';
