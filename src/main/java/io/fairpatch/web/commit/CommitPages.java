package io.fairpatch.web.commit;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.commit.AlongWith;
import io.fairpatch.commit.CommitEstimate;
import io.fairpatch.commit.CommitQueries;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.jobs.Commits;
import io.fairpatch.jobs.Foreseen;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.Site;
import io.fairpatch.web.view.CommitPage;
import io.fairpatch.web.view.Fact;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Shell.OrgBadge;
import io.fairpatch.web.view.Show;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the last look before a commit shows: what is written, how much, and who may. */
@Singleton
final class CommitPages {
    private final Site site;
    private final MappingConfig mapping;
    private final WritePolicyConfig policy;
    private final Commits commits;
    private final CommitQueries queries;
    private final Foreseen foreseen;

    CommitPages(
            Site site,
            MappingConfig mapping,
            WritePolicyConfig policy,
            Commits commits,
            CommitQueries queries,
            Foreseen foreseen) {
        this.site = site;
        this.mapping = mapping;
        this.policy = policy;
        this.commits = commits;
        this.queries = queries;
        this.foreseen = foreseen;
    }

    CommitPage look(Shell shell, Person person, ProposalSummary proposal) {
        OrgBadge badge = site.badge();
        int rows = queries.left(proposal).accounts();
        return new CommitPage(
                shell,
                "/proposals/" + proposal.id(),
                proposal.id(),
                proposal.version(),
                sentence(rows, proposal),
                fields(),
                facts(rows, proposal),
                Objects.requireNonNullElse(proposal.fingerprint(), ""),
                badge.kind() == OrgBadge.Kind.PRODUCTION ? badge.name() : null,
                commits.quiet().orElse(null),
                foreseen.of(proposal),
                refused(person, proposal));
    }

    private String sentence(int rows, ProposalSummary proposal) {
        int moves = proposal.moves().approved();
        int stamps = proposal.stamps().approved();
        String which = rows == moves + stamps
                ? Show.count(moves, "move", "moves") + ", " + Show.count(stamps, "stamp", "stamps")
                : "those of " + Show.count(moves + (long) stamps) + " that are not written yet";
        return "Writes " + Show.count(fields().size(), "field", "fields") + " on "
                + Show.count(rows, "account", "accounts") + ": " + which + ". " + AlongWith.closing(policy);
    }

    private List<String> fields() {
        Stream<String> ours =
                policy.fields().stream().map(field -> mapping.written().getOrDefault(field, field));
        return Stream.concat(ours, policy.ownerId() ? Stream.of("OwnerId") : Stream.empty())
                .toList();
    }

    private List<Fact> facts(int rows, ProposalSummary proposal) {
        String left = commits.callsLeft()
                .map(limit -> " of " + Show.count(limit.remaining()) + " left today")
                .orElse("");
        return List.of(
                new Fact("Org", site.badge().name()),
                new Fact("API calls, about", Show.count(CommitEstimate.calls(rows, policy)) + left),
                new Fact("Approved by", String.join(", ", proposal.approvedBy())),
                new Fact("Made by", proposal.authorName()),
                new Fact("Holds from, as the assigned date", day(proposal)),
                new Fact(
                        "Declined or deferred moves, not written",
                        Show.count(proposal.moves().kept())),
                new Fact("Version", Show.count(proposal.version())));
    }

    private static String day(ProposalSummary proposal) {
        var day = proposal.extras().effective();
        return day == null ? "the day it was made" : day.toString();
    }

    /** The service refuses all of this too; the page says so before anybody clicks. */
    private @Nullable String refused(Person person, ProposalSummary proposal) {
        if (!proposal.state().mayBecome(ProposalState.COMMITTING)) {
            return "The proposal is " + proposal.state().words() + ".";
        }
        if (policy.writes() == WritePolicyConfig.Switch.DISABLED) {
            return "Writing is switched off: an admin sets writes: enabled in write-policy.yml.";
        }
        if (!person.may(Action.COMMIT)) {
            return "Your role can't commit; someone with the role ops or admin can.";
        }
        if (proposal.madeBy(person)) {
            return "You made or edited this proposal; a colleague with the role ops or admin commits it.";
        }
        boolean alone = proposal.approvedBy().equals(List.of(person.name())) && Person.isSystem(proposal.author());
        return alone ? "You approved it alone; a colleague with the role ops or admin commits it." : null;
    }
}
