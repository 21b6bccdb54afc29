package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.OPS;
import static io.fairpatch.review.SampleProposal.OPS_TOO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.SamplePolicy;
import io.fairpatch.model.Progress;
import io.fairpatch.org.LinkWriter;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.review.ProposalState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Territory associations and account teams that go along with an account's new rep, on the practice org. */
class LinkTest {
    private static final int ACCOUNTS = 60;

    @TempDir
    private Path folder;

    @Test
    @Tag("H8")
    void associations_follow_the_territory_and_what_rules_and_others_made_stays() {
        try (var linked = associating()) {
            SandboxDesk desk = linked.desk;
            var recorded = new Recorded(desk);
            CommitRun run = desk.bench.start(desk.org.reader());
            var connection = new OrgConnection(
                    desk.org.reader(), desk.org.writer(), desk.org.serialWriter(), null, null, recorded);

            long before = desk.callsLeft();
            desk.process().run(desk.bench.org, run.id(), connection, desk.bench.policy, Progress.NONE);
            costsAboutWhatWasSaid(desk, before - desk.callsLeft());

            assertThat(recorded.calls).containsExactly("insert", "delete");
            assertThat(desk.bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
            assertThat(linked.states()).containsKeys("LEFT");
            linked.assertInStep("committed");

            undo(desk);
            var held = linked.held();
            linked.causes.keySet().forEach(account -> assertThat(held.get(account))
                    .as("back by the undo: " + account)
                    .contains(territory(desk.before, account))
                    .doesNotContain("North", "South"));
        }
    }

    @Test
    void a_name_that_the_org_has_not_is_reported_and_the_account_keeps_its_association() {
        try (var linked = associating()) {
            SandboxDesk desk = linked.desk;
            desk.rename("Territory2", Objects.requireNonNull(linked.ids.get("North")), "Elsewhere");
            var territories = new Territories(desk.bench.jdbi, ConfigLoader.shipped(ConfigPart.MAPPING));
            var foreseen = territories.unknown(desk.bench.approved, desk.org.reader());

            desk.commitAll();

            var now = desk.accounts();
            List<String> refused = now.keySet().stream()
                    .filter(account -> territory(now, account).equals("North"))
                    .toList();
            assertThat(linked.states()).containsEntry("REJECTED", refused.size());
            assertThat(foreseen).as("told of before").isEqualTo(Map.of("North", refused.size()));
            assertThat(territories.unknown(desk.bench.approved, desk.org.reader()))
                    .as("what is written is told by the run")
                    .isEmpty();
            assertThat(linked.held().keySet())
                    .containsAll(
                            refused.stream().filter(linked.causes::containsKey).toList());
        }
    }

    @Test
    void territories_that_can_not_be_read_are_reported_account_by_account() {
        try (var linked = associating()) {
            var held = linked.held();
            linked.desk.state("missing-field", Map.of("object", "Territory2Model", "field", "State"));

            linked.desk.commitAll();

            assertThat(linked.desk.bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
            assertThat(linked.states()).containsExactly(Map.entry("REJECTED", ACCOUNTS));
            assertThat(linked.held()).isEqualTo(held);
        }
    }

    @Test
    void teams_that_an_owner_change_dissolves_are_set_up_again_when_asked() {
        try (var linked = new LinkedDesk(
                folder, ACCOUNTS, org -> SamplePolicy.of(org).teams().make())) {
            SandboxDesk desk = linked.desk;
            assertThat(linked.teams).hasSizeGreaterThan(20);
            int seen = desk.logged();

            long before = desk.callsLeft();
            desk.commitAll();
            costsAboutWhatWasSaid(desk, before - desk.callsLeft());

            assertThat(desk.log(seen).stream()
                            .filter(line -> line.path("object").asText().equals(Link.MEMBER)))
                    .as("the org had dissolved them")
                    .isNotEmpty();
            assertThat(desk.bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
            assertThat(linked.teams()).containsExactlyElementsOf(linked.teams);
            assertThat(linked.states()).containsOnlyKeys("DONE");
        }
    }

    private static void costsAboutWhatWasSaid(SandboxDesk desk, long calls) {
        assertThat((double) CommitEstimate.calls(ACCOUNTS, desk.bench.policy)).isCloseTo(calls, withPercentage(20));
    }

    private LinkedDesk associating() {
        return new LinkedDesk(
                folder, ACCOUNTS, org -> SamplePolicy.of(org).territories().make());
    }

    private static String territory(Map<String, JsonNode> accounts, String account) {
        return Objects.requireNonNull(accounts.get(account))
                .path("Territory__c")
                .asText();
    }

    private static void undo(SandboxDesk desk) {
        var undo = new UndoService(
                desk.bench.jdbi,
                desk.bench.clock,
                desk.bench.audit,
                ConfigLoader.shipped(ConfigPart.MAPPING),
                ConfigLoader.shipped(ConfigPart.COVERAGE));
        var proposal =
                undo.propose(desk.bench.org, desk.bench.approved.id(), OPS, desk.bench.policy, desk.org.reader());
        var approved = desk.bench.approve(proposal);
        CommitRun run = desk.process()
                .start(
                        desk.bench.org,
                        proposal.id(),
                        1,
                        Objects.requireNonNull(approved.fingerprint()),
                        OPS_TOO,
                        desk.bench.policy,
                        desk.org.reader());
        desk.process().run(desk.bench.org, run.id(), desk.org.connection(), desk.bench.policy, Progress.NONE);
    }

    /** What the org was asked for, in order. */
    private static final class Recorded implements LinkWriter {
        final List<String> calls = new ArrayList<>();
        private final LinkWriter real;

        Recorded(SandboxDesk desk) {
            this.real = desk.org.linkWriter();
        }

        @Override
        public List<Answer> insert(String object, List<Map<String, String>> rows) {
            calls.add("insert");
            return real.insert(object, rows);
        }

        @Override
        public List<Answer> delete(List<String> ids) {
            calls.add("delete");
            return real.delete(ids);
        }
    }
}
