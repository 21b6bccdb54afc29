package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.review.BookView;
import io.fairpatch.review.ChangeKind;
import io.fairpatch.review.Comments;
import io.fairpatch.review.Edits;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.Pictures;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.RepAction;
import io.fairpatch.review.Workshop;
import io.fairpatch.web.Site;
import io.fairpatch.web.view.EditsBar;
import io.fairpatch.web.view.MoveRow;
import io.fairpatch.web.view.ProposalView;
import io.fairpatch.web.view.Show;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what stands beside the moves of a proposal. */
@Singleton
final class BesideViews {
    private static final Set<ProposalState> EDITABLE =
            Set.of(ProposalState.DRAFT, ProposalState.IN_REVIEW, ProposalState.APPROVED);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final double USUAL_BAND = 0.09;

    private final Site site;
    private final ProposalQueries queries;
    private final Pictures pictures;
    private final Edits edits;
    private final Workshop workshop;
    private final Comments comments;
    private final PhaseViews phases;
    private final WritePolicyConfig policy;
    private final Books books;
    private final double band;
    private final Clock clock;

    BesideViews(
            Site site,
            ProposalQueries queries,
            Pictures pictures,
            Edits edits,
            Workshop workshop,
            Comments comments,
            PhaseViews phases,
            Settings settings,
            Clock clock) {
        this.site = site;
        this.queries = queries;
        this.pictures = pictures;
        this.edits = edits;
        this.workshop = workshop;
        this.comments = comments;
        this.phases = phases;
        this.policy = settings.policy();
        this.books = new Books(settings.planning());
        this.band = settings.planning().bands().getOrDefault("potential", USUAL_BAND);
        this.clock = clock;
    }

    /** The configuration that pages of proposals speak of. */
    @Singleton
    record Settings(WritePolicyConfig policy, PlanningConfig planning) {}

    ProposalView.Beside of(ProposalSummary proposal, Person person, MoveQuery query, List<BookView> all) {
        boolean mayEdit = person.may(Action.EDIT) && EDITABLE.contains(proposal.state());
        return new ProposalView.Beside(
                query.look().measure(),
                Toggles.of("/proposals/" + proposal.id(), query, all.size()),
                books.spread(all),
                mayEdit ? bar(proposal, person, all) : null,
                SideEffectWords.of(pictures.sideEffects(proposal), policy),
                workshop.actions(proposal.org(), proposal.id()).stream()
                        .map(action -> action(action, proposal, person))
                        .toList(),
                MoveTables.reps(all),
                CommentRows.of(comments.of(proposal.org(), proposal.id())),
                schedule(proposal, person),
                effective(proposal, person),
                phases.of(proposal, person, query),
                contested(proposal),
                mayEdit,
                person.may(Action.COMMENT));
    }

    private @Nullable EditsBar bar(ProposalSummary proposal, Person person, List<BookView> all) {
        return EditBars.of(edits.current(proposal, person), proposal.state(), all, 1 - band, 1 + band);
    }

    private static ProposalView.ActionRow action(RepAction action, ProposalSummary proposal, Person person) {
        boolean decides = proposal.state() == ProposalState.IN_REVIEW && person.may(Action.DECIDE_ANY);
        return new ProposalView.ActionRow(
                action.number(),
                action.kind().words(),
                action.repName(),
                action.sentence(),
                MoveRow.Decision.valueOf(action.decision().name()),
                action.decidedBy() == null ? "added by " + action.addedBy() : "by " + action.decidedBy(),
                decides);
    }

    private long contested(ProposalSummary proposal) {
        return queries.count(proposal, LineFilter.MOVES.of(ChangeKind.CONTESTED));
    }

    private ProposalView.@Nullable Effective effective(ProposalSummary proposal, Person person) {
        if (!person.may(Action.PROPOSE) || !EDITABLE.contains(proposal.state())) {
            return null;
        }
        LocalDate today = LocalDate.now(clock);
        return new ProposalView.Effective(proposal.holdsFrom(today).toString(), today.toString());
    }

    /** As the day begins, when the day from which the moves hold lies ahead; else in five minutes. */
    private Instant wanted(ProposalSummary proposal, Instant soonest) {
        LocalDate day = proposal.extras().effective();
        Instant begin =
                day == null ? soonest : day.atStartOfDay(clock.getZone()).toInstant();
        return begin.isAfter(soonest) ? begin : soonest;
    }

    private ProposalView.@Nullable Schedule schedule(ProposalSummary proposal, Person person) {
        if (proposal.state() != ProposalState.APPROVED) {
            return null;
        }
        var extras = proposal.extras();
        boolean set = extras.scheduledFor() != null;
        String note = extras.scheduledNote() == null ? "" : " " + extras.scheduledNote();
        String sentence = set && extras.scheduledFor() != null
                ? "It is written by itself on " + Show.moment(extras.scheduledFor()) + ", as " + extras.scheduledBy()
                        + " asked." + note
                : "It is written when someone starts the commit, or by itself at a time set here." + note;
        boolean may = person.may(Action.COMMIT) && !proposal.madeBy(person);
        Instant soonest = clock.instant().plus(Duration.ofMinutes(5));
        return new ProposalView.Schedule(
                sentence,
                set,
                may,
                FIELD.format(soonest.atOffset(ZoneOffset.UTC)),
                FIELD.format(wanted(proposal, soonest).atOffset(ZoneOffset.UTC)));
    }
}
