package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Book;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

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
                .min((one, other) -> Boolean.compare(committed(other), committed(one)))
                .flatMap(proposal -> jdbi.withHandle(h -> of(h, proposal, rep, committed(proposal))));
    }

    /** The book as a proposal would have it, with what it changes; for those who review, or before it is sent. */
    public Optional<OwnBook> preview(SalesforceId org, String id, SalesforceId rep) {
        ProposalSummary proposal = proposals.get(org, id);
        return jdbi.withHandle(h -> of(h, proposal, rep, true));
    }

    private static boolean committed(ProposalSummary proposal) {
        return proposal.state() == ProposalState.COMMITTED || proposal.state() == ProposalState.PARTLY_COMMITTED;
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
        return new OwnBook(
                proposal.id(),
                after,
                proposal.extras().effective(),
                view,
                load,
                accounts,
                after ? changes(handle, proposal, rep, "to_rep") : List.of(),
                after ? changes(handle, proposal, rep, "from_rep") : List.of());
    }

    /** Moves that are not declined, as the CRM tells them. */
    private static List<RepLetter.Change> changes(
            Handle handle, ProposalSummary proposal, SalesforceId rep, String side) {
        return handle.createQuery(
                        """
                        SELECT account_name, crm_reason FROM proposal_line
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND kind = 'MOVE'
                        AND decision NOT IN ('DECLINED', 'DEFERRED')
                        AND CASE WHEN :side = 'to_rep' THEN to_rep ELSE from_rep END = :rep
                        ORDER BY potential_cents DESC, account_id
                        """)
                .bind("org", proposal.org().value())
                .bind("id", proposal.id())
                .bind("version", proposal.version())
                .bind("side", side)
                .bind("rep", rep.value())
                .map((row, context) -> new RepLetter.Change(row.getString("account_name"), row.getString("crm_reason")))
                .list();
    }
}
