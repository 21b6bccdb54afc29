package io.fairpatch.review.digest;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Role;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Guidance;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.OwnBook;
import io.fairpatch.review.OwnBooks;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes digests: to who decides, what waits; to a rep, once for each committed proposal and once more when a retry wrote
 * what was left of it, the rep's own letter, which names no figure of another rep. Who has nothing new to hear gets none. Thread-safe.
 */
@Singleton
public final class Digests {
    private static final String MARK = "digest-";

    private final PersonStore people;
    private final ProposalQueries proposals;
    private final OwnBooks books;
    private final Guidance guidance;

    public Digests(PersonStore people, ProposalQueries proposals, OwnBooks books, Guidance guidance) {
        this.people = people;
        this.proposals = proposals;
        this.books = books;
        this.guidance = guidance;
    }

    /** What would be sent now, by name of the person. */
    public List<Digest> now(SalesforceId org) {
        List<ProposalSummary> all = proposals.list(org);
        var digests = new ArrayList<Digest>();
        for (Person person : people.list(org)) {
            Optional.ofNullable(waiting(person, all)).ifPresent(digests::add);
            Optional.ofNullable(letter(person)).ifPresent(digests::add);
        }
        return digests;
    }

    /** Notes that it was told. */
    public void told(Digest digest) {
        guidance.mark(digest.person(), MARK + digest.told());
    }

    private @Nullable Digest waiting(Person person, List<ProposalSummary> all) {
        var lines = new ArrayList<String>();
        for (ProposalSummary proposal : all) {
            if (proposal.state() == ProposalState.IN_REVIEW
                    && !proposal.author().equals(person.name())) {
                int open = open(person, proposal);
                if (open > 0) {
                    lines.add((open == 1 ? "1 move of " : open + " moves of ") + proposal.id()
                            + (open == 1 ? " waits" : " wait") + " for your word.");
                }
            }
        }
        return lines.isEmpty() ? null : new Digest(person, "waits", "Moves wait for you", lines);
    }

    private int open(Person person, ProposalSummary proposal) {
        if (person.may(Action.DECIDE_ANY)) {
            return proposal.moves().undecided();
        }
        SalesforceId user = person.userId();
        if (!person.may(Action.DECIDE_TEAM) || user == null) {
            return 0;
        }
        return proposals.count(proposal.org(), proposal.id(), LineFilter.MOVES.awaiting(user));
    }

    private @Nullable Digest letter(Person person) {
        SalesforceId user = person.userId();
        if (user == null || !person.roles().contains(Role.REP)) {
            return null;
        }
        OwnBook book = books.of(person.org(), user).orElse(null);
        if (book == null || !book.committed() || guidance.seen(person, MARK + told(book)) > 0) {
            return null;
        }
        return new Digest(person, told(book), "Your territory has changed", book.letter());
    }

    /** A retry that writes more of the proposal is told anew to those whom it concerns. */
    private static String told(OwnBook book) {
        int unwritten = book.stay().size();
        return unwritten == 0 ? book.proposal() : book.proposal() + "-without-" + unwritten;
    }
}
