-- The plan that a proposal was made of: while it is open, the same plan is not proposed a second time.
ALTER TABLE proposal ADD COLUMN plan_run bigint;
