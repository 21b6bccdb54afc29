-- Each account's next version finds room beside the present one, also where all accounts of a page change at once, so that
-- an update enters no index. A table that was refreshed as a whole once is as large anyway.
ALTER TABLE account SET (fillfactor = 50);
