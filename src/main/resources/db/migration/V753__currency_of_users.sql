-- A quota that stands at a user is in the user's own currency, which need not be the org's.
ALTER TABLE org_user
    ADD COLUMN currency text,
    ADD COLUMN original jsonb;
