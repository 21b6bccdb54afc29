package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Comments;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.LineVersion;
import io.fairpatch.review.MoveDetail;
import io.fairpatch.review.MoveDetail.RepEffect;
import io.fairpatch.review.ProposalLine;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.Voice;
import io.fairpatch.review.Workshop;
import io.fairpatch.web.Site;
import io.fairpatch.web.view.Fact;
import io.fairpatch.web.view.MoveColumn;
import io.fairpatch.web.view.MoveDetailPage;
import io.fairpatch.web.view.MoveDetailPage.Effect;
import io.fairpatch.web.view.MoveTable;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.Waterfall;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One move with its reasons, what it does to both books, what people said, and where else it could go. */
@Singleton
final class MoveDetails {
    private final Site site;
    private final ProposalQueries queries;
    private final Workshop workshop;
    private final Comments comments;

    MoveDetails(Site site, ProposalQueries queries, Workshop workshop, Comments comments) {
        this.site = site;
        this.queries = queries;
        this.workshop = workshop;
        this.comments = comments;
    }

    MoveDetailPage page(Shell shell, Person person, String id, String accountText, MoveQuery query) {
        SalesforceId account = accountId(accountText);
        MoveDetail detail = queries.line(site.org(), id, account);
        List<Effect> effects = new ArrayList<>();
        add(effects, "gives", detail.giver());
        add(effects, "receives", detail.receiver());
        return new MoveDetailPage(
                shell,
                MoveTables.address("/proposals/" + id, query),
                MoveRows.row(detail.line(), MoveColumn.USUAL),
                Waterfall.of(detail.reasons()),
                effects,
                facts(detail),
                detail.crmReason(),
                more(person, id, detail, query));
    }

    private MoveDetailPage.More more(Person person, String id, MoveDetail detail, MoveQuery query) {
        SalesforceId account = detail.line().account();
        return new MoveDetailPage.More(
                "/proposals/" + id,
                query.asQuery(),
                stays(detail),
                decidedBy(detail.line()),
                workshop.history(site.org(), id, account).stream()
                        .map(MoveDetails::words)
                        .toList(),
                workshop.voices(site.org(), id, account).stream()
                        .map(MoveDetails::words)
                        .toList(),
                CommentRows.of(comments.of(site.org(), id, account)),
                targets(person, id),
                detail.line().to().value(),
                person.may(Action.COMMENT),
                "/accounts/" + account.value());
    }

    private List<MoveTable.Choice> targets(Person person, String id) {
        ProposalState state = queries.get(site.org(), id).state();
        boolean open =
                state == ProposalState.DRAFT || state == ProposalState.IN_REVIEW || state == ProposalState.APPROVED;
        return open && person.may(Action.EDIT) ? MoveTables.reps(queries.books(site.org(), id)) : List.of();
    }

    /** The parts add up to the worth, so that keeping the account pays once keeping it is worth more by just that. */
    private static @Nullable String stays(MoveDetail detail) {
        if (detail.reasons().isEmpty() || detail.line().from() == null) {
            return null;
        }
        double worth = detail.line().worthCents();
        if (worth < 0) {
            return "By itself it would stay: it costs " + Show.money(Math.round(-worth))
                    + " and is made for what it makes room for.";
        }
        return "It would stay if keeping it where it is were worth " + Show.money(Math.round(worth))
                + " more than it is.";
    }

    private static String decidedBy(ProposalLine line) {
        return "Kind of change: " + line.extras().change().words() + ". Decided by "
                + line.extras().change().decidedBy() + ", or by ops and approvers.";
    }

    private static String words(LineVersion version) {
        String target = version.kind() == LineKind.STAMP ? "stays with " : "goes to ";
        String hand = version.edited() ? ", set by hand by " + version.madeBy() : "";
        String said = version.decidedBy() == null
                ? "undecided"
                : version.decision().name().toLowerCase(Locale.ROOT) + " by " + version.decidedBy()
                        + (version.decidedAt() == null ? "" : " on " + Show.moment(version.decidedAt()))
                        + (version.reason() == null ? "" : ": " + version.reason());
        String dropped = version.dropped() == null ? "" : " " + version.dropped();
        return "Version " + version.version() + ", " + Show.moment(version.madeAt()) + ": " + target + version.toName()
                + hand + "; " + said + "." + dropped;
    }

    private static String words(Voice voice) {
        String why = voice.reason() == null ? "" : ": " + voice.reason();
        return voice.person() + (voice.agrees() ? " agrees" : " disagrees") + why + " (" + Show.moment(voice.saidAt())
                + ")";
    }

    private static List<Fact> facts(MoveDetail detail) {
        ProposalLine line = detail.line();
        return List.of(
                new Fact("Potential a year", Show.money(line.potentialCents()), Show.moneyFull(line.potentialCents())),
                new Fact("Score", Show.decimal(line.score())),
                new Fact("Tier", line.tier()),
                new Fact("Open deals", Show.count(line.extras().openDeals())),
                new Fact("Territory", line.territory()));
    }

    private static void add(List<Effect> effects, String part, @Nullable RepEffect effect) {
        if (effect != null) {
            long target = effect.targetCents();
            effects.add(new Effect(
                    effect.name(),
                    part,
                    effect.accountsBefore(),
                    effect.accountsAfter(),
                    share(effect.beforeCents(), target),
                    share(effect.moveAloneCents(), target),
                    share(effect.afterCents(), target)));
        }
    }

    private static @Nullable Double share(long cents, long target) {
        return target == 0 ? null : (double) cents / target;
    }

    static SalesforceId accountId(String text) {
        return SalesforceId.parse(text)
                .orElseThrow(() -> Problem.of(ErrorCode.PROPOSAL_NOT_FOUND, "There is no account or rep " + text)
                        .maybe("look at the proposal's list of moves")
                        .exception());
    }
}
