package io.fairpatch.commit;

import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.org.LinkWriter;
import io.fairpatch.org.OrgConnection;
import java.util.List;
import java.util.Map;

/**
 * What goes along with an account's new rep when the write policy asks for it: territory associations and account teams.
 * Done once the fields are in the org; what the org refuses is kept and shown, and changes nothing about the fields.
 */
final class Companions {
    private final Ledger ledger;
    private final Progress progress;
    private final boolean territories;
    private final boolean teams;
    private final TerritoryLinks territoryLinks;
    private final TeamLinks teamLinks;

    private Companions(
            Ledger ledger,
            Progress progress,
            boolean territories,
            boolean teams,
            TerritoryLinks territoryLinks,
            TeamLinks teamLinks) {
        this.ledger = ledger;
        this.progress = progress;
        this.territories = territories;
        this.teams = teams;
        this.territoryLinks = territoryLinks;
        this.teamLinks = teamLinks;
    }

    /** @param territoryField the account field that holds the territory's name */
    static Companions of(
            Ledger ledger, OrgConnection org, WritePolicyConfig policy, String territoryField, Progress progress) {
        LinkWriter writer = org.links() == null ? NO_LINKS : org.links();
        var links = new Links(ledger, writer);
        return new Companions(
                ledger,
                progress,
                org.links() != null && policy.associates(),
                org.links() != null && policy.restoresTeams(),
                new TerritoryLinks(ledger, org.reader(), links, territoryField),
                new TeamLinks(ledger, org.reader(), links));
    }

    /** Before the first write: the org has what is asked for, and shows it to us. */
    void requireKnown(OrgConnection org) {
        if (territories) {
            org.reader().describe(Link.TERRITORY);
            org.reader().describe("Territory2");
        }
        if (teams) {
            org.reader().describe(Link.MEMBER);
        }
    }

    /** Right before these rows are sent. */
    void beforeWriting(List<WriteIntent> guarded) {
        if (teams) {
            teamLinks.note(guarded);
        }
    }

    /** After the last row of the run. */
    void afterWriting() {
        if (teams) {
            progress.stage("Setting up account teams again");
            doing(Link.MEMBER, teamLinks::restore);
        }
        if (territories) {
            progress.stage("Moving accounts between territories");
            doing(Link.TERRITORY, territoryLinks::run);
        }
    }

    private void doing(String object, Runnable work) {
        try {
            work.run();
        } catch (FairpatchException e) {
            if (!CommitService.endsRun(e)) {
                throw e;
            }
            Map<String, Boolean> written = ledger.written();
            // those of accounts in doubt wait for the run that finds out
            ledger.linksSettled(ledger.plannedLinks(object).stream()
                    .filter(link -> written.containsKey(link.account()))
                    .map(link -> link.become(
                            LinkState.REJECTED, e.code().id(), e.problem().what()))
                    .toList());
        }
    }

    private static final LinkWriter NO_LINKS = new LinkWriter() {
        @Override
        public List<Answer> insert(String object, List<Map<String, String>> rows) {
            throw new IllegalStateException("The org has no links");
        }

        @Override
        public List<Answer> delete(List<String> ids) {
            throw new IllegalStateException("The org has no links");
        }
    };
}
