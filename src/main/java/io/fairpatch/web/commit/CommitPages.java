package io.fairpatch.web.commit;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.WritePolicyConfig;
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
import org.jspecify.annotations.Nullable;

/** What the last look before a commit shows: what is written, how much, and who may. */
@Singleton
final class CommitPages {
    /** Calls of a bulk write that do not grow with its rows: create, upload, close, poll twice, three results, abort. */
    private static final int CALLS_A_JOB = 8;
    /** Most ids in one read of the guard and of the read back. */
    private static final int IDS_A_READ = 200;

    private final Site site;
    private final MappingConfig mapping;
    private final WritePolicyConfig policy;

    CommitPages(Site site, MappingConfig mapping, WritePolicyConfig policy) {
        this.site = site;
        this.mapping = mapping;
        this.policy = policy;
    }

    CommitPage look(Shell shell, Person person, ProposalSummary proposal) {
        OrgBadge badge = site.badge();
        return new CommitPage(
                shell,
                "/proposals/" + proposal.id(),
                proposal.id(),
                proposal.version(),
                sentence(proposal),
                fields(),
                facts(proposal),
                Objects.requireNonNullElse(proposal.fingerprint(), ""),
                badge.kind() == OrgBadge.Kind.PRODUCTION ? badge.name() : null,
                refused(person, proposal));
    }

    private String sentence(ProposalSummary proposal) {
        int moves = proposal.moves().approved();
        int stamps = proposal.stamps().approved();
        return "Writes " + Show.count(fields().size(), "field", "fields") + " on "
                + Show.count(moves + (long) stamps, "account", "accounts") + ": "
                + Show.count(moves, "move", "moves") + ", " + Show.count(stamps, "stamp", "stamps") + ". About "
                + Show.count(calls(moves + stamps), "API call", "API calls") + ". Nothing else.";
    }

    private List<String> fields() {
        return policy.fields().stream()
                .map(field -> mapping.written().getOrDefault(field, field))
                .toList();
    }

    private long calls(int rows) {
        return parts(rows, policy.batchRows()) * CALLS_A_JOB + 2 * parts(rows, IDS_A_READ);
    }

    private static long parts(int rows, int most) {
        return (rows + most - 1L) / most;
    }

    private static List<Fact> facts(ProposalSummary proposal) {
        return List.of(
                new Fact("Approved by", String.join(", ", proposal.approvedBy())),
                new Fact("Made by", proposal.authorName()),
                new Fact(
                        "Declined moves, not written",
                        Show.count(proposal.moves().declined())),
                new Fact("Version", Show.count(proposal.version())));
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
        if (proposal.author().equals(person.name())) {
            return "You made this proposal; a colleague with the role ops or admin commits it.";
        }
        boolean alone = proposal.approvedBy().equals(List.of(person.name())) && Person.isSystem(proposal.author());
        return alone ? "You approved it alone; a colleague with the role ops or admin commits it." : null;
    }
}
