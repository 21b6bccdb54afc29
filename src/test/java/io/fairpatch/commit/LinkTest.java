package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.OPS;
import static io.fairpatch.review.SampleProposal.OPS_TOO;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.LinkWriter;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.SampleProposal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Territory associations and account teams that go along with an account's new rep, on the practice org. */
class LinkTest {
    private static final int ACCOUNTS = 60;
    private static final List<String> NAMES = List.of("North", "South", "Overlay", "Old 0", "Old 1", "Old 2", "Old 3");

    @TempDir
    private Path folder;

    @Test
    @Tag("H8")
    void associations_follow_the_territory_and_what_rules_and_others_made_stays() {
        try (var desk = SandboxDesk.of(folder, ACCOUNTS, org -> policy(org, true, false))) {
            Map<String, String> ids = territories(desk);
            Map<String, String> causes = associate(desk, ids);
            var recorded = new Recorded(desk);
            CommitRun run = desk.bench.start(desk.org.reader());
            var connection = new OrgConnection(
                    desk.org.reader(), desk.org.writer(), desk.org.serialWriter(), null, null, recorded);

            desk.process().run(desk.bench.org, run.id(), connection, desk.bench.policy, Progress.NONE);

            assertThat(recorded.calls).containsExactly("insert", "delete");
            assertThat(desk.bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
            desk.before.forEach((account, was) -> {
                String territory = Objects.requireNonNull(desk.accounts().get(account))
                        .path("Territory__c")
                        .asText();
                var expected = new TreeSet<String>(List.of(territory));
                String old = was.path("Territory__c").asText("");
                if (ids.containsKey(old) && !"Territory2Manual".equals(causes.get(account))) {
                    expected.add(old);
                }
                if (account.equals(overlaid(desk))) {
                    expected.add("Overlay");
                }
                assertThat(held(desk, ids, account)).as(account).isEqualTo(expected);
            });
            assertThat(states(desk)).containsKeys("DONE", "LEFT").doesNotContainKeys("PLANNED", "REJECTED");

            undo(desk);
            causes.forEach((account, cause) -> assertThat(held(desk, ids, account))
                    .as("back by the undo: " + account)
                    .contains(Objects.requireNonNull(desk.before.get(account))
                            .path("Territory__c")
                            .asText())
                    .doesNotContain("North", "South"));
        }
    }

    @Test
    void a_name_that_the_org_has_not_is_reported_and_the_account_keeps_its_association() {
        try (var desk = SandboxDesk.of(folder, ACCOUNTS, org -> policy(org, true, false))) {
            Map<String, String> ids = territories(desk);
            Map<String, String> causes = associate(desk, ids);
            String north = Objects.requireNonNull(ids.get("North"));
            desk.rename("Territory2", north, "Elsewhere");

            desk.commitAll();

            long refused = desk.accounts().values().stream()
                    .filter(account -> account.path("Territory__c").asText().equals("North"))
                    .count();
            assertThat(states(desk).get("REJECTED")).isEqualTo((int) refused);
            causes.keySet().stream()
                    .filter(account -> Objects.requireNonNull(desk.accounts().get(account))
                            .path("Territory__c")
                            .asText()
                            .equals("North"))
                    .forEach(account ->
                            assertThat(held(desk, ids, account)).as(account).isNotEmpty());
        }
    }

    @Test
    void teams_that_an_owner_change_dissolves_are_set_up_again_when_asked() {
        try (var desk = SandboxDesk.of(folder, ACCOUNTS, org -> policy(org, false, true))) {
            List<String> before = teams(desk);
            assertThat(before).hasSizeGreaterThan(20);
            int seen = desk.log().size();

            desk.commitAll();

            assertThat(desk.log().stream()
                            .skip(seen)
                            .filter(line -> line.path("object").asText().equals(Link.MEMBER)))
                    .as("the org had dissolved them")
                    .isNotEmpty();

            assertThat(desk.bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
            assertThat(teams(desk)).containsExactlyElementsOf(before);
            assertThat(states(desk)).containsOnlyKeys("DONE");
        }
    }

    @Test
    void a_process_killed_at_any_step_about_links_is_followed_by_one_that_does_each_once() {
        for (String step : List.of("linksPlanned", "linksSettled", "readBack")) {
            try (var desk = SandboxDesk.of(folder.resolve(step), ACCOUNTS, org -> policy(org, true, true))) {
                Map<String, String> ids = territories(desk);
                associate(desk, ids);
                List<String> before = teams(desk);
                CommitRun run = desk.bench.start(desk.org.reader());
                assertThat(dies(desk, run, step)).as(step).isTrue();
                desk.bench.clock.now = desk.bench.clock.now.plus(Lease.LENGTH);

                desk.bench
                        .process()
                        .run(desk.bench.org, run.id(), desk.org.connection(), desk.bench.policy, Progress.NONE);

                assertThat(teams(desk)).as(step).containsExactlyElementsOf(before);
                desk.accounts().forEach((account, now) -> assertThat(held(desk, ids, account))
                        .as(step)
                        .contains(now.path("Territory__c").asText()));
                assertThat(states(desk)).as(step).doesNotContainKeys("PLANNED", "REJECTED");
            }
        }
    }

    private static boolean dies(SandboxDesk desk, CommitRun run, String step) {
        var database = new DyingDatabase(desk.bench.source, -1, made -> {
            if (made.equals(step)) {
                throw new DyingDatabase.Death();
            }
        });
        try {
            desk.bench
                    .process(database.jdbi())
                    .run(desk.bench.org, run.id(), desk.org.connection(), desk.bench.policy, Progress.NONE);
            return false;
        } catch (DyingDatabase.Death death) {
            return true;
        }
    }

    private static void undo(SandboxDesk desk) {
        var undo = new UndoService(
                desk.bench.jdbi, desk.bench.clock, desk.bench.audit, ConfigLoader.shipped(ConfigPart.MAPPING));
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

    /** An active model with territories of these names. */
    private static Map<String, String> territories(SandboxDesk desk) {
        desk.state("territory-model");
        var model = desk.query("SELECT Id, Territory2TypeId, Territory2ModelId FROM Territory2")
                .get(0);
        var ids = new HashMap<String, String>();
        for (String name : NAMES) {
            Map<String, Object> fields = Map.of(
                    "Name", name,
                    "DeveloperName", name.replace(' ', '_'),
                    "Territory2TypeId", model.path("Territory2TypeId").asText(),
                    "Territory2ModelId", model.path("Territory2ModelId").asText());
            ids.put(name, desk.create("Territory2", fields));
        }
        return ids;
    }

    /** Accounts that had a territory are in it, every third by a rule; one is in an overlay besides. */
    private static Map<String, String> associate(SandboxDesk desk, Map<String, String> ids) {
        var causes = new HashMap<String, String>();
        desk.before.forEach((account, was) -> {
            String territory = ids.get(was.path("Territory__c").asText(""));
            if (territory != null) {
                String cause = causes.size() % 3 == 0 ? "Territory2AssignmentRule" : "Territory2Manual";
                causes.put(account, cause);
                desk.create(Link.TERRITORY, link(account, territory, cause));
            }
        });
        assertThat(causes).hasSizeGreaterThan(10);
        String overlay = Objects.requireNonNull(ids.get("Overlay"));
        desk.create(Link.TERRITORY, link(overlaid(desk), overlay, "Territory2Manual"));
        return causes;
    }

    private static Map<String, Object> link(String account, String territory, String cause) {
        return Map.of("ObjectId", account, "Territory2Id", territory, "AssociationCause", cause);
    }

    private static String overlaid(SandboxDesk desk) {
        return desk.before.keySet().iterator().next();
    }

    private static TreeSet<String> held(SandboxDesk desk, Map<String, String> ids, String account) {
        var names = new HashMap<String, String>();
        ids.forEach((name, id) -> names.put(id, name));
        var held = new TreeSet<String>();
        desk.query("SELECT Territory2Id FROM " + Link.TERRITORY + " WHERE ObjectId = '" + account + "'")
                .forEach(row ->
                        held.add(names.getOrDefault(row.path("Territory2Id").asText(), "?")));
        return held;
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

    /** Every fourth account gets a team of two; all members as text. */
    private static List<String> teams(SandboxDesk desk) {
        String members = "SELECT AccountId, UserId, TeamMemberRole, AccountAccessLevel FROM AccountTeamMember";
        if (desk.query(members).isEmpty()) {
            var users = desk.query("SELECT Id FROM User WHERE IsActive = true ORDER BY Id LIMIT 6");
            int number = 0;
            for (String account : desk.before.keySet()) {
                for (int i = 4; i < 6 && number % 4 == 0; i++) {
                    desk.create(
                            Link.MEMBER,
                            Map.of(
                                    "AccountId",
                                    account,
                                    "UserId",
                                    users.get(i).path("Id").asText(),
                                    "TeamMemberRole",
                                    "Sales Rep",
                                    "AccountAccessLevel",
                                    "Edit"));
                }
                number++;
            }
        }
        return desk.query(members).stream()
                .map(row -> row.path("AccountId").asText()
                        + row.path("UserId").asText()
                        + row.path("TeamMemberRole").asText()
                        + row.path("AccountAccessLevel").asText())
                .sorted()
                .toList();
    }

    private static Map<String, Integer> states(SandboxDesk desk) {
        return desk.bench.jdbi.withHandle(h -> h.createQuery("SELECT state, count(*) AS n FROM commit_link GROUP BY 1")
                .reduceRows(new HashMap<String, Integer>(), (all, row) -> {
                    all.put(row.getColumn("state", String.class), row.getColumn("n", Integer.class));
                    return all;
                }));
    }

    private static WritePolicyConfig policy(SalesforceId org, boolean territories, boolean teams) {
        WritePolicyConfig usual = SampleProposal.policy(org, 1, 200);
        return new WritePolicyConfig(
                        usual.version(),
                        usual.writes(),
                        usual.orgId(),
                        usual.fields(),
                        List.of(),
                        teams,
                        false,
                        usual.approvals(),
                        usual.batchRows())
                .withLinks(territories, teams);
    }
}
