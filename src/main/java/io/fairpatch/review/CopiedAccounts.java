package io.fairpatch.review;

/** Accounts of one proposal as those of another that goes on from it: all but whose they are stays. */
final class CopiedAccounts {
    private CopiedAccounts() {}

    /**
     * Copies the accounts {@code a} of proposal {@code :original} to proposal {@code :copy}, both of {@code :org}.
     *
     * @param rep SQL for whose an account is in the copy
     * @param joins what that needs
     */
    static String sql(String rep, String joins) {
        return """
                INSERT INTO proposal_account (org_id, proposal_id, account_id, account_name, parent_id, rep_id,
                    potential_cents, score, tier, customer, named, language, compliance, latitude, longitude,
                    contacts, open_deals, open_deal_cents, last_activity, industry, state, base, first_name,
                    first_on, strongest_name, strongest_deals, growth, revenue_cents)
                SELECT a.org_id, :copy, a.account_id, a.account_name, a.parent_id, %s,
                    a.potential_cents, a.score, a.tier, a.customer, a.named, a.language, a.compliance,
                    a.latitude, a.longitude, a.contacts, a.open_deals, a.open_deal_cents, a.last_activity,
                    a.industry, a.state, a.base, a.first_name, a.first_on, a.strongest_name,
                    a.strongest_deals, a.growth, a.revenue_cents
                FROM proposal_account a
                %s
                WHERE a.org_id = :org AND a.proposal_id = :original
                """
                .formatted(rep, joins);
    }
}
