-- What users are called: by their name, and who shares it with others by the mail address or the id as well, so that
-- no sentence names two people by the same words.
CREATE VIEW named_user AS
SELECT org_id, id,
       CASE WHEN count(*) FILTER (WHERE deleted_at IS NULL) OVER (PARTITION BY org_id, lower(name)) < 2 THEN name
            WHEN email IS NULL OR count(*) OVER (PARTITION BY org_id, lower(name), lower(email)) > 1
              THEN name || ' (' || id || ')'
            ELSE name || ' (' || email || ')' END AS name
FROM org_user;

-- What all amounts of a copy are in: the ISO code of the org's own currency; empty when the org has only one.
ALTER TABLE sync_run ADD COLUMN currency text NOT NULL DEFAULT '';
