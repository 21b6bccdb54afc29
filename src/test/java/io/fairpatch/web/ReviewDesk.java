package io.fairpatch.web;

import io.fairpatch.access.PersonStore;
import io.fairpatch.review.ChangeKind;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.ProposalDraft;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalService;
import io.fairpatch.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** A proposal of Olga's under review, and what it holds. */
final class ReviewDesk {
    private final PaperServer server;
    final WayIn way;
    final String proposal;

    ReviewDesk(PaperServer server, WayIn way, ProposalDraft draft) {
        this.server = server;
        this.way = way;
        var olga = server.part(PersonStore.class).find(PaperOrg.ID, "olga").orElseThrow();
        var proposals = server.part(ProposalService.class);
        var made = proposals.create(draft, olga);
        this.proposal =
                proposals.submit(PaperOrg.ID, made.id(), made.revision(), olga).id();
    }

    List<String> accounts(ChangeKind kind, String condition) {
        return server.part(Jdbi.class)
                .withHandle(h -> h.createQuery("SELECT account_id FROM proposal_line WHERE proposal_id = :id"
                                + " AND kind = 'MOVE' AND change = :kind AND " + condition + " ORDER BY account_id")
                        .bind("id", proposal)
                        .bind("kind", kind)
                        .mapTo(String.class)
                        .list());
    }

    void name(String account) {
        server.part(Jdbi.class)
                .useHandle(h -> h.execute(
                        "UPDATE proposal_account SET named = true WHERE proposal_id = ? AND account_id = ?",
                        proposal,
                        account));
    }

    /** @param words such as "mona yes, milo no"; answers what then stands with the account */
    String say(String account, String words) throws IOException, InterruptedException {
        for (String word : words.split(", ")) {
            String[] parts = word.split(" ");
            way.decide(parts[0], proposal, account, parts[1].equals("yes"));
        }
        return now(account);
    }

    String now(String account) {
        return server.part(Jdbi.class).withHandle(h -> h.createQuery("SELECT concat(decision, ' by ' || decided_by,"
                        + " CASE WHEN change = 'CONTESTED' THEN ', contested' END)"
                        + " FROM proposal_line WHERE proposal_id = :id AND account_id = :account")
                .bind("id", proposal)
                .bind("account", account)
                .mapTo(String.class)
                .one());
    }

    /** Decides whatever is open, then lets one after the other approve the whole. */
    List<String> whole(String... people) throws IOException, InterruptedException {
        var proposals = server.part(ProposalService.class);
        var aida = server.part(PersonStore.class).find(PaperOrg.ID, "aida").orElseThrow();
        var seen = server.part(ProposalQueries.class).get(PaperOrg.ID, proposal);
        var open = Selection.matching(LineFilter.MOVES.decided(Decision.UNDECIDED));
        var decided = proposals
                .decide(PaperOrg.ID, proposal, seen.revision(), open, Decision.APPROVED, null, aida)
                .proposal();
        proposals.decideStamps(PaperOrg.ID, proposal, decided.revision(), Decision.APPROVED, null, aida);
        var after = new ArrayList<String>();
        for (String person : people) {
            way.approve(person, proposal);
            after.add(state());
        }
        return after;
    }

    String state() {
        var now = server.part(ProposalQueries.class).get(PaperOrg.ID, proposal);
        return now.state() + " " + now.approvedBy().stream().sorted().toList();
    }
}
