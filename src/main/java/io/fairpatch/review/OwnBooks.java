package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Book;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A rep's own book. What is still under review is not shown to the rep. Thread-safe. */
@Singleton
public final class OwnBooks {
    private static final int MOST_ACCOUNTS = 500;

    private final Jdbi jdbi;
    private final ProposalQueries proposals;

    public OwnBooks(Jdbi jdbi, ProposalQueries proposals) {
        this.jdbi = jdbi;
        this.proposals = proposals;
    }

    /** The book of the newest committed proposal, else the one that the newest proposal started from. */
    public Optional<OwnBook> of(SalesforceId org, SalesforceId rep) {
        return proposals.list(org).stream()
                .min((one, other) ->
                        Boolean.compare(other.state().inOrg(), one.state().inOrg()))
                .flatMap(proposal -> jdbi.withHandle(
                        h -> of(h, proposal, rep, proposal.state().inOrg())));
    }

    /** The book as a proposal would have it, with what it changes; for those who review, or before it is sent. */
    public Optional<OwnBook> preview(SalesforceId org, String id, SalesforceId rep) {
        ProposalSummary proposal = proposals.get(org, id);
        return jdbi.withHandle(h -> of(h, proposal, rep, true));
    }

    private Optional<OwnBook> of(Handle handle, ProposalSummary proposal, SalesforceId rep, boolean after) {
        return proposals.books(proposal).stream()
                .filter(view -> view.book().rep().equals(rep))
                .findFirst()
                .map(view -> book(handle, proposal, view, after));
    }

    private static OwnBook book(Handle handle, ProposalSummary proposal, BookView view, boolean after) {
        SalesforceId rep = view.book().rep();
        List<AccountFact> accounts =
                AccountFacts.ofRep(handle, proposal.org(), proposal.id(), proposal.version(), rep, MOST_ACCOUNTS)
                        .stream()
                        .filter(fact -> rep.equals(after ? fact.target() : fact.rep()))
                        .sorted((one, other) -> Double.compare(other.score(), one.score()))
                        .toList();
        Book.Load load = after ? view.book().after() : view.book().before();
        List<Change> changes = after ? changes(handle, proposal, rep) : List.of();
        return new OwnBook(
                proposal.id(),
                after,
                proposal.extras().effective(),
                view,
                load,
                accounts,
                told(changes, true),
                told(changes, false),
                changes.stream().flatMap(change -> change.stays().stream()).toList());
    }

    /** An account that is to come or to go; {@code unwritten} is null where nothing kept it from being written. */
    private record Change(RepLetter.Change told, boolean comes, @Nullable Unwritten unwritten) {
        Optional<RepLetter.Stays> stays() {
            return Optional.ofNullable(unwritten).map(why -> new RepLetter.Stays(told.account(), comes, why));
        }
    }

    private static List<RepLetter.Change> told(List<Change> changes, boolean come) {
        return changes.stream()
                .filter(change -> change.comes() == come && change.unwritten() == null)
                .map(Change::told)
                .toList();
    }

    /** Moves that are not declined, as the CRM tells them. */
    private static List<Change> changes(Handle handle, ProposalSummary proposal, SalesforceId rep) {
        return handle.createQuery(
                        "SELECT account_name, crm_reason, to_rep = :rep AS comes, " + Unwritten.COLUMN
                                + """
                        FROM proposal_line
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND kind = 'MOVE'
                        AND decision NOT IN ('DECLINED', 'DEFERRED') AND (from_rep = :rep OR to_rep = :rep)
                        ORDER BY potential_cents DESC, account_id
                        """)
                .bind("org", proposal.org().value())
                .bind("id", proposal.id())
                .bind("version", proposal.version())
                .bind("rep", rep.value())
                .map((row, context) -> new Change(
                        new RepLetter.Change(row.getString("account_name"), row.getString("crm_reason")),
                        row.getBoolean("comes"),
                        Unwritten.of(row)))
                .list();
    }
}
