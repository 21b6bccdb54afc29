package io.fairpatch.review;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Stores every account in scope of a new proposal as it was planned on. */
final class AccountInserts {
    private static final int BATCH_ROWS = 1_000;
    private static final String INSERT =
            """
            INSERT INTO proposal_account (org_id, proposal_id, account_id, account_name, parent_id, rep_id,
                potential_cents, score, tier, customer, named, language, compliance, latitude, longitude, contacts,
                open_deals, open_deal_cents, last_activity, industry, state, base, first_name, first_on,
                strongest_name, strongest_deals, growth, revenue_cents)
            VALUES (:org, :id, :account, :name, :parent, :rep,
                :potential, :score, :tier, :customer, :named, :language, :compliance, :latitude, :longitude, :contacts,
                :deals, :dealCents, :lastActivity, :industry, :state, CAST(:base AS jsonb), :firstName,
                :firstOn, :strongestName, :strongestDeals, :growth, :revenue)
            """;

    private final ProposalDraft draft;
    private final String id;
    private final LineDrafting drafting;

    AccountInserts(ProposalDraft draft, String id, LineDrafting drafting) {
        this.draft = draft;
        this.id = id;
        this.drafting = drafting;
    }

    void into(Handle handle) {
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (Account account : draft.input().accounts()) {
            bindOrg(batch, account);
            bindScore(batch, score(account.id()));
            bindDeals(batch, account);
            batch.add();
            if (batch.size() == BATCH_ROWS) {
                batch.execute();
            }
        }
        batch.execute();
    }

    private AccountScore score(SalesforceId account) {
        return Objects.requireNonNull(
                draft.input().scores().get(account), () -> "The account (" + account + ") must have a score");
    }

    private void bindOrg(PreparedBatch batch, Account account) {
        GeoPoint place = account.place();
        batch.bind("org", draft.org().value())
                .bind("id", id)
                .bind("account", account.id().value())
                .bind("name", account.name())
                .bind("parent", text(account.parentId()))
                .bind("rep", text(draft.input().currentRep().get(account.id())))
                .bind("named", account.namedAccount())
                .bind("language", account.language())
                .bind("compliance", account.compliance().toArray(String[]::new))
                .bind("latitude", place == null ? null : place.latitude())
                .bind("longitude", place == null ? null : place.longitude())
                .bind("lastActivity", account.lastActivity())
                .bind("revenue", account.currentRevenueCents())
                .bind("industry", account.industry())
                .bind("state", account.state());
    }

    private static void bindScore(PreparedBatch batch, AccountScore score) {
        batch.bind("potential", score.potentialCents())
                .bind("score", score.score())
                .bind("tier", WrittenValues.tier(score.tier()))
                .bind("customer", score.customer())
                .bind("growth", score.profile().growthShare());
    }

    private void bindDeals(PreparedBatch batch, Account account) {
        OpenDeals deals = draft.openDeals(account.id());
        Engagement known = deals.engagement();
        batch.bind("contacts", account.contacts())
                .bind("deals", deals.count())
                .bind("dealCents", deals.cents())
                .bind("firstName", known == null ? null : known.first())
                .bind("firstOn", known == null ? null : known.firstOn())
                .bind("strongestName", known == null ? null : known.strongest())
                .bind("strongestDeals", known == null ? null : known.deals())
                .bind("base", drafting.base(account).json());
    }

    private static @Nullable String text(@Nullable SalesforceId id) {
        return id == null ? null : id.value();
    }
}
