-- What was derived of an account on the way to its score; null on scores kept before.
ALTER TABLE account_score ADD COLUMN profile jsonb;
