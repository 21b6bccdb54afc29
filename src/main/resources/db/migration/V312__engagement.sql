-- Who dealt with the account first, and who has won or lost most deals with it: two of the three facts of a dispute.
ALTER TABLE proposal_account
    ADD COLUMN first_name     text,
    ADD COLUMN first_on       date,
    ADD COLUMN strongest_name text,
    ADD COLUMN strongest_deals integer;
