-- Room in each page for new versions of its rows: such an update touches no index and no other page. Pages that are
-- there already get it as their rows change.
ALTER TABLE account SET (fillfactor = 90);
ALTER TABLE opportunity SET (fillfactor = 90);
ALTER TABLE contact SET (fillfactor = 90);
