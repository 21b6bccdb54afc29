-- The later run of the proposal that found by reading that the row had been written; null when its own run knew.
ALTER TABLE write_intent ADD COLUMN found_by text;
