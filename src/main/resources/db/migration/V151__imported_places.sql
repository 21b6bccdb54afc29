-- Where accounts are: a preferred place of a file, else the org's, else one of a file. A place counts with both degrees.
CREATE VIEW account_place AS
SELECT account.org_id, account.id, account.deleted_at,
       CASE WHEN files THEN file.latitude ELSE account.latitude END AS latitude,
       CASE WHEN files THEN file.longitude ELSE account.longitude END AS longitude,
       CASE WHEN files THEN file.time_zone ELSE account.time_zone END AS time_zone
FROM account
LEFT JOIN (SELECT org_id, record_id, bool_and(preferred) AS preferred,
                  CAST(max(value) FILTER (WHERE field = 'latitude') AS double precision) AS latitude,
                  CAST(max(value) FILTER (WHERE field = 'longitude') AS double precision) AS longitude,
                  max(value) FILTER (WHERE field = 'timeZone') AS time_zone
           FROM newest_fact
           WHERE object = 'Account' AND field IN ('latitude', 'longitude', 'timeZone')
           GROUP BY org_id, record_id) AS file
  ON file.org_id = account.org_id AND file.record_id = account.id
CROSS JOIN LATERAL (SELECT file.latitude IS NOT NULL AND file.longitude IS NOT NULL
                           AND (account.latitude IS NULL OR account.longitude IS NULL OR file.preferred)) AS which (files);
