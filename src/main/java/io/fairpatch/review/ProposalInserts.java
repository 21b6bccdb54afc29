package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Stores a new proposal. Rows go in batches, so that 100,000 lines need no round trip each. */
final class ProposalInserts {
    private static final int BATCH_ROWS = 1_000;
    private static final int FIRST_VERSION = 1;
    /** From so many lines on the planner of the database must know them, or it joins them row by row. */
    private static final int MANY = 1_000;

    private final Handle handle;
    private final ProposalDraft draft;
    private final String id;

    ProposalInserts(Handle handle, ProposalDraft draft, String id) {
        this.handle = handle;
        this.draft = draft;
        this.id = id;
    }

    /**
     * Lets the database count what was just put in, instead of some minutes later by itself: until then a page of a
     * large proposal took minutes.
     */
    static void count(Handle handle, int lines) {
        if (lines >= MANY) {
            handle.execute("ANALYZE proposal_line, proposal_account, proposal_book");
        }
    }

    void proposal(Person author, OffsetDateTime now) {
        handle.createUpdate(
                        """
                        INSERT INTO proposal (org_id, id, snapshot_id, author, author_name, created_at, state, version,
                                              revision, approvals_needed, policy_version, effective, redesign)
                        VALUES (:org, :id, :snapshot, :author, :authorName, :now, :state, :version,
                                1, :approvals, :policy, :effective, :redesign)
                        """)
                .bind("org", draft.org().value())
                .bind("id", id)
                .bind("snapshot", draft.snapshot())
                .bind("author", author.name())
                .bind("authorName", author.displayName())
                .bind("now", now)
                .bind("state", ProposalState.DRAFT)
                .bind("version", FIRST_VERSION)
                .bind("approvals", Thresholds.approvals(draft))
                .bind("policy", draft.policy().version())
                .bind("effective", draft.effective())
                .bind("redesign", draft.redesign())
                .execute();
    }

    void version(Person author, OffsetDateTime now) {
        var active =
                draft.input().reps().stream().filter(Rep::active).map(Rep::id).collect(Collectors.toSet());
        ProposalSummary.Balance balance = BookBalance.of(draft.plan().books(), active);
        handle.createUpdate(
                        """
                        INSERT INTO proposal_version (org_id, proposal_id, version, created_at, created_by, accounts,
                            plan_status, gap, why, spread_before, spread_after, largest_before, largest_after)
                        VALUES (:org, :id, :version, :now, :author, :accounts,
                            :status, :gap, :why, :spreadBefore, :spreadAfter, :largestBefore, :largestAfter)
                        """)
                .bind("org", draft.org().value())
                .bind("id", id)
                .bind("version", FIRST_VERSION)
                .bind("now", now)
                .bind("author", author.name())
                .bind("accounts", draft.plan().rep().size())
                .bind("status", draft.plan().status())
                .bind("gap", draft.plan().gap())
                .bind("why", draft.plan().why().toArray(String[]::new))
                .bind("spreadBefore", balance.spreadBefore())
                .bind("spreadAfter", balance.spreadAfter())
                .bind("largestBefore", balance.largestBefore())
                .bind("largestAfter", balance.largestAfter())
                .execute();
    }

    void lines(List<LineDraft> lines) {
        PreparedBatch batch = handle.prepareBatch(
                """
                INSERT INTO proposal_line (org_id, proposal_id, version, account_id, account_name, parent_id, kind,
                    from_rep, from_name, from_manager, to_rep, to_name, to_manager, territory, headline, crm_reason,
                    reasons, worth, main_rule, potential_cents, score, tier, before, after, base, change, open_deals)
                VALUES (:org, :id, :version, :account, :accountName, :parent, :kind,
                    :from, :fromName, :fromManager, :to, :toName, :toManager, :territory, :headline, :crmReason,
                    CAST(:reasons AS jsonb), :worth, :mainRule, :potential, :score, :tier,
                    CAST(:before AS jsonb), CAST(:after AS jsonb), CAST(:base AS jsonb), :change, :openDeals)
                """);
        for (LineDraft line : lines) {
            bindAccount(batch, line);
            bindReps(batch, line);
            bindValues(batch, line);
            batch.add();
            if (batch.size() == BATCH_ROWS) {
                batch.execute();
            }
        }
        batch.execute();
    }

    private void bindAccount(PreparedBatch batch, LineDraft line) {
        batch.bind("org", draft.org().value())
                .bind("id", id)
                .bind("version", FIRST_VERSION)
                .bind("account", line.account().id().value())
                .bind("accountName", line.account().name())
                .bind("parent", text(line.account().parentId()))
                .bind("potential", line.score().potentialCents())
                .bind("score", line.score().score())
                .bind("tier", WrittenValues.tier(line.score().tier()));
    }

    private static void bindReps(PreparedBatch batch, LineDraft line) {
        Rep from = line.from();
        batch.bind("from", from == null ? null : from.id().value())
                .bind("fromName", from == null ? null : from.name())
                .bind("fromManager", from == null ? null : text(from.managerId()))
                .bind("to", line.to().id().value())
                .bind("toName", line.to().name())
                .bind("toManager", text(line.to().managerId()))
                .bind("territory", line.territory());
    }

    private static void bindValues(PreparedBatch batch, LineDraft line) {
        batch.bind("kind", line.kind())
                .bind("headline", line.headline())
                .bind("crmReason", line.crmReason())
                .bind("reasons", Json.write(line.reasons()))
                .bind("worth", line.worth())
                .bind("mainRule", line.mainRule())
                .bind("before", line.before().json())
                .bind("after", line.after().json())
                .bind("base", line.base().json())
                .bind("change", line.change())
                .bind("openDeals", line.openDeals().count());
    }

    private static @Nullable String text(@Nullable SalesforceId id) {
        return id == null ? null : id.value();
    }
}
