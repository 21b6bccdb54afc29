package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.config.DecidingConfig;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts lines whose target a person set into the next version. */
final class EditedLines {
    static final String RULE = "by hand";
    private static final String PUT =
            """
            INSERT INTO proposal_line (org_id, proposal_id, version, account_id, account_name, parent_id, kind,
                from_rep, from_name, from_manager, to_rep, to_name, to_manager, territory, headline, crm_reason,
                reasons, worth, main_rule, potential_cents, score, tier, before, after, base, change, edited, open_deals)
            VALUES (:org, :id, :next, :account, :name, :parent, :kind,
                :from, :fromName, :fromManager, :to, :toName, :toManager, :territory, :headline, :crmReason,
                CAST(:reasons AS jsonb), 0, :rule, :potential, :score, :tier, CAST(:before AS jsonb),
                CAST(:after AS jsonb), CAST(:base AS jsonb), :change, true, :deals)
            ON CONFLICT (org_id, proposal_id, version, account_id) DO UPDATE SET
                kind = :kind, to_rep = :to, to_name = :toName, to_manager = :toManager, territory = :territory,
                headline = :headline, crm_reason = :crmReason, reasons = CAST(:reasons AS jsonb), worth = 0,
                main_rule = :rule, before = CAST(:before AS jsonb), after = CAST(:after AS jsonb), change = :change,
                edited = true, decision = 'UNDECIDED', decided_by = NULL, decided_at = NULL, decline_reason = NULL,
                contested_by = NULL,
                dropped = CASE WHEN proposal_line.decision = 'UNDECIDED' THEN NULL
                    ELSE 'The target changed: ' || lower(proposal_line.decision) || ' by '
                         || coalesce(proposal_line.decided_by, 'nobody') || ' no longer counts.' END
            """;

    private final Handle handle;
    private final ProposalHead head;
    private final int next;
    private final Person person;
    private final DecidingConfig policy;
    private final WrittenValues written;

    EditedLines(
            Handle handle, ProposalHead head, int next, Person person, DecidingConfig policy, WrittenValues written) {
        this.handle = handle;
        this.head = head;
        this.next = next;
        this.person = person;
        this.policy = policy;
        this.written = written;
    }

    void put(AccountFact fact, Edit edit, List<BookView> books) {
        BookView to = Edits.book(books, edit.to());
        BookView from = fact.rep() == null
                ? null
                : books.stream()
                        .filter(view -> view.book().rep().equals(fact.rep()))
                        .findFirst()
                        .orElse(null);
        forgetVoices(fact.account());
        boolean stays = edit.to().equals(fact.rep());
        String reason = stays
                ? "Stays with " + to.repName() + " after review."
                : "Assigned to " + to.repName() + " after review.";
        String territory = to.book().territory();
        FieldValues after = stays
                ? written.ofStay(fact.base(), edit.to(), territory, fact.score(), fact.tier(), reason)
                : written.ofMove(edit.to(), territory, fact.score(), fact.tier(), reason);
        if (after.values().isEmpty()) {
            remove(fact.account());
            return;
        }
        write(fact, edit, from, to, new Text(stays, reason, headline(stays, fact, to, edit)), after);
    }

    private record Text(boolean stays, String crmReason, String headline) {}

    private String headline(boolean stays, AccountFact fact, BookView to, Edit edit) {
        String what = stays ? fact.name() + " stays with " : "Given to ";
        return what + to.repName() + " by " + person.displayName() + ": " + edit.note();
    }

    private void write(
            AccountFact fact, Edit edit, @Nullable BookView from, BookView to, Text text, FieldValues after) {
        handle.createUpdate(PUT)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("next", next)
                .bind("account", fact.account().value())
                .bind("name", fact.name())
                .bind("parent", value(fact.parent()))
                .bind("kind", text.stays() ? LineKind.STAMP : LineKind.MOVE)
                .bind("from", value(fact.rep()))
                .bind("fromName", from == null ? value(fact.rep()) : from.repName())
                .bind("fromManager", from == null ? null : from.managerId())
                .bind("to", edit.to().value())
                .bind("toName", to.repName())
                .bind("toManager", to.managerId())
                .bind("territory", to.book().territory())
                .bind("headline", text.headline())
                .bind("crmReason", WrittenValues.clip(text.crmReason()))
                .bind("reasons", Json.write(List.of(new Reason(RULE, edit.note(), 0))))
                .bind("rule", text.stays() ? LineDrafting.STAMP_RULE : RULE)
                .bind("potential", fact.potentialCents())
                .bind("score", fact.score())
                .bind("tier", fact.tier())
                .bind("before", fact.base().only(after.values().keySet()).json())
                .bind("after", after.json())
                .bind("base", fact.base().json())
                .bind("change", change(from, to))
                .bind("deals", fact.openDeals().count())
                .execute();
    }

    private ChangeKind change(@Nullable BookView from, BookView to) {
        if (head.redesign()) {
            return ChangeKind.REDESIGN;
        }
        boolean starts = to.skills().ramp() == RampStage.NEW || to.skills().ramp() == RampStage.RAMPING;
        return Changes.of(policy, RULE, starts, from == null || Objects.equals(from.managerId(), to.managerId()));
    }

    private void remove(SalesforceId account) {
        handle.createUpdate(
                        """
                        DELETE FROM proposal_line
                        WHERE org_id = :org AND proposal_id = :id AND version = :next AND account_id = :account
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("next", next)
                .bind("account", account.value())
                .execute();
    }

    private void forgetVoices(SalesforceId account) {
        handle.createUpdate(
                        """
                        DELETE FROM proposal_voice
                        WHERE org_id = :org AND proposal_id = :id AND version = :next AND account_id = :account
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("next", next)
                .bind("account", account.value())
                .execute();
    }

    private static @Nullable String value(@Nullable SalesforceId id) {
        return id == null ? null : id.value();
    }
}
