package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Plan;
import io.fairpatch.review.BookView;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.Pictures;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.SavedViews;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.InForce;
import io.fairpatch.web.view.Fact;
import io.fairpatch.web.view.MoveRow;
import io.fairpatch.web.view.MoveTable;
import io.fairpatch.web.view.ProposalView;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what the page of one proposal shows. */
@Singleton
final class ProposalViews {
    private static final LineFilter EDITED =
            new LineFilter(null, null, null, null, null, null, null, null, null, null, true, null, null);

    private final Site site;
    private final InForce inForce;
    private final ProposalQueries queries;
    private final Pictures pictures;
    private final SavedViews views;
    private final BesideViews beside;
    private final Books books;

    ProposalViews(
            Site site,
            ProposalQueries queries,
            Pictures pictures,
            SavedViews views,
            BesideViews beside,
            InForce inForce,
            PlanningConfig planning) {
        this.inForce = inForce;
        this.site = site;
        this.queries = queries;
        this.pictures = pictures;
        this.views = views;
        this.beside = beside;
        this.books = new Books(planning);
    }

    ProposalView proposal(Shell shell, SignedIn who, String id, MoveQuery query) {
        ProposalSummary proposal = queries.get(site.org(), id);
        String path = "/proposals/" + proposal.id();
        List<BookView> all = queries.books(proposal);
        return new ProposalView(
                shell,
                path,
                Words.title(proposal),
                Words.badge(proposal.state()),
                proposal.revision(),
                Words.impact(proposal) + Words.deals(pictures.sideEffects(proposal)),
                overtaken(proposal),
                facts(proposal, bands(proposal, books.outside(all))),
                books.bandWords(),
                books.bars(all, query.look(), path),
                moves(proposal, who.person(), path, query, all),
                stamps(proposal, who.person()),
                new NextSteps(proposal, who.person(), path).next(),
                whyTitle(proposal),
                proposal.why(),
                beside.of(proposal, who.person(), query, all));
    }

    private MoveTable moves(ProposalSummary proposal, Person person, String path, MoveQuery query, List<BookView> all) {
        var page = queries.lines(proposal, query.filter(), query.sort(), query.page());
        SalesforceId manager = person.may(Action.DECIDE_ANY) ? null : person.userId();
        LineFilter open =
                manager == null ? query.undecided() : query.undecided().awaiting(manager);
        long undecided =
                query.decision() == null || query.decision() == Decision.UNDECIDED ? queries.count(proposal, open) : 0;
        boolean decides = open(proposal)
                && (person.may(Action.DECIDE_ANY) || person.may(Action.DECIDE_TEAM))
                && !proposal.madeBy(person);
        return new MoveTables(path, query)
                .table(
                        page,
                        all,
                        queries.rules(proposal),
                        undecided,
                        new MoveTables.May(decides, person.may(Action.DECIDE_ANY), manager != null),
                        views.of(person));
    }

    private static ProposalView.Group stamps(ProposalSummary proposal, Person person) {
        var stamps = proposal.stamps();
        boolean decides = open(proposal) && person.may(Action.DECIDE_ANY) && !proposal.madeBy(person);
        return new ProposalView.Group(stamps.total(), decision(stamps), decides);
    }

    private static MoveRow.Decision decision(ProposalSummary.Tally stamps) {
        if (stamps.undecided() > 0) {
            return MoveRow.Decision.UNDECIDED;
        }
        return stamps.approved() > 0 ? MoveRow.Decision.APPROVED : MoveRow.Decision.DECLINED;
    }

    private static boolean open(ProposalSummary proposal) {
        return proposal.state() == ProposalState.IN_REVIEW;
    }

    /** A phase begins where the one before it ends, so that the write of that one does not overtake it. */
    private @Nullable String overtaken(ProposalSummary proposal) {
        boolean over =
                switch (proposal.state()) {
                    case DRAFT, IN_REVIEW, APPROVED, PARTLY_COMMITTED, FAILED -> false;
                    case COMMITTING, COMMITTED, UNDONE, STALE, WITHDRAWN -> true;
                };
        if (over || proposal.extras().phased()) {
            return null;
        }
        return inForce.writtenSince(proposal, queries.list(site.org()))
                .map(other -> "Proposal " + other.id() + " was written after this one was made. What is said here of"
                        + " before was true until then, and accounts that " + other.id()
                        + " changed are left alone by the commit. Copy the org, plan and propose anew.")
                .orElse(null);
    }

    /** By the books as people changed the plan; those of a phase come into the bands with the last one. */
    private static String bands(ProposalSummary proposal, @Nullable String outside) {
        boolean feasible = proposal.planStatus() == Plan.Status.FEASIBLE;
        if (feasible
                && proposal.extras().phased()
                && proposal.moves().standing() == proposal.moves().total()) {
            return "all met after the last phase";
        }
        if (outside != null) {
            return outside;
        }
        return feasible ? "all met" : "not all can be met";
    }

    /** What the planner says holds for its own plan; of an undo it is said what stays. */
    private String whyTitle(ProposalSummary proposal) {
        if (proposal.extras().undoes() != null) {
            return "What stays, and what comes with it";
        }
        boolean edited = queries.count(proposal, EDITED) > 0;
        if (edited || proposal.moves().kept() > 0) {
            return "What the planner said of its plan, before people changed it";
        }
        return proposal.moves().unwritten() > 0
                ? "What the planner said of its plan, of which not all is written"
                : "What the planner says";
    }

    private static String stamps(ProposalSummary.Tally stamps) {
        return stamps.unwritten() == 0
                ? Show.count(stamps.total())
                : Show.count(stamps.total()) + ", of which " + Show.count(stamps.unwritten()) + " not written";
    }

    private static List<Fact> facts(ProposalSummary proposal, String bands) {
        var moves = proposal.moves();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Moves to decide", Show.count(moves.undecided())),
                new Fact("Approved", Show.count(moves.approved())),
                new Fact("Declined", Show.count(moves.declined()))));
        if (moves.deferred() > 0) {
            facts.add(new Fact("Deferred", Show.count(moves.deferred())));
        }
        if (moves.unwritten() > 0) {
            facts.add(new Fact("Not written", Show.count(moves.unwritten())));
        }
        facts.add(new Fact("Stamps", stamps(proposal.stamps())));
        facts.add(new Fact("Bands", bands));
        Double gap = proposal.gap();
        if (gap != null) {
            facts.add(new Fact("Off the best possible", "at most " + Show.percent1(gap)));
        }
        if (proposal.extras().effective() != null) {
            facts.add(new Fact("Takes effect", proposal.extras().effective().toString()));
        }
        facts.add(new Fact("Made", Show.moment(proposal.createdAt()) + " by " + proposal.authorName()));
        return facts;
    }
}
