-- An index page that is full is searched for entries of equal keys, to fold them into one, before it is split. Ids are
-- unique: all that it can find are versions of a record, and it costs a sixth of an update whose rows lie together.
ALTER INDEX account_pkey SET (deduplicate_items = off);
ALTER INDEX opportunity_pkey SET (deduplicate_items = off);
ALTER INDEX org_user_pkey SET (deduplicate_items = off);
ALTER INDEX contact_pkey SET (deduplicate_items = off);
ALTER INDEX contact_role_pkey SET (deduplicate_items = off);
ALTER INDEX task_pkey SET (deduplicate_items = off);
ALTER INDEX event_pkey SET (deduplicate_items = off);
ALTER INDEX line_item_pkey SET (deduplicate_items = off);
