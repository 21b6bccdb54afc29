-- what an account spends with us a year, for the territory's sheet; null where no field is mapped
ALTER TABLE proposal_account ADD COLUMN revenue_cents bigint;
