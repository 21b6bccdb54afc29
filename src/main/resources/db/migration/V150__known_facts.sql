-- The fact that stands for a field of a record, of all that files brought: a preferred one, else the newest.
CREATE VIEW newest_fact AS
SELECT DISTINCT ON (org_id, object, record_id, field) org_id, object, record_id, field, value, source, as_of, preferred
FROM imported_fact
ORDER BY org_id, object, record_id, field, preferred DESC, as_of DESC, import_id DESC;

-- What is known where two may say it: a preferred fact, else what the org says, else a fact.
CREATE FUNCTION known(orgs text, fact text, preferred boolean) RETURNS text LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN fact IS NULL OR orgs IS NOT NULL AND NOT preferred THEN orgs ELSE fact END $$;

-- Accounts by what they are grouped by, facts of files included.
CREATE VIEW account_known AS
SELECT account.org_id, account.id, account.deleted_at,
       known(account.industry, industry.value, industry.preferred) AS industry,
       known(account.country, country.value, country.preferred) AS country,
       known(account.state, state.value, state.preferred) AS state,
       known(account.tech_stack, tech_stack.value, tech_stack.preferred) AS tech_stack
FROM account
LEFT JOIN newest_fact AS industry ON industry.org_id = account.org_id AND industry.object = 'Account'
     AND industry.record_id = account.id AND industry.field = 'industry'
LEFT JOIN newest_fact AS country ON country.org_id = account.org_id AND country.object = 'Account'
     AND country.record_id = account.id AND country.field = 'country'
LEFT JOIN newest_fact AS state ON state.org_id = account.org_id AND state.object = 'Account'
     AND state.record_id = account.id AND state.field = 'state'
LEFT JOIN newest_fact AS tech_stack ON tech_stack.org_id = account.org_id AND tech_stack.object = 'Account'
     AND tech_stack.record_id = account.id AND tech_stack.field = 'techStack';
