package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.config.SamplePolicy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A practice org with a territory model of its own, in which the accounts that had a territory are, every third of them by
 * a rule; one is in an overlay besides. Every fourth account has a team of two.
 */
final class LinkedDesk implements AutoCloseable {
    static final String MANUAL = "Territory2Manual";
    private static final List<String> NAMES = List.of("North", "South", "Overlay", "Old 0", "Old 1", "Old 2", "Old 3");
    private static final List<String> MEMBER = List.of("AccountId", "UserId", "TeamMemberRole", "AccountAccessLevel");

    final SandboxDesk desk;
    /** Territories by name. */
    final Map<String, String> ids = new HashMap<>();
    /** By account, what made the association it has before any commit. */
    final Map<String, String> causes = new HashMap<>();
    /** All members before any commit. */
    final List<String> teams;

    private final Map<String, String> names = new HashMap<>();

    LinkedDesk(Path folder, int accounts, SandboxDesk.WritePolicy policy) {
        desk = SandboxDesk.of(folder, accounts, policy);
        desk.state("territory-model");
        territories();
        associate();
        staff();
        teams = teams();
    }

    /** Everything goes along that can: owners, territories, teams. */
    static LinkedDesk whole(Path folder, int accounts) {
        return new LinkedDesk(
                folder,
                accounts,
                org -> SamplePolicy.of(org).territories().teams().make());
    }

    private void territories() {
        JsonNode model = desk.query("SELECT Territory2TypeId, Territory2ModelId FROM Territory2")
                .get(0);
        for (String name : NAMES) {
            Map<String, Object> fields = Map.of(
                    "Name", name,
                    "DeveloperName", name.replace(' ', '_'),
                    "Territory2TypeId", model.path("Territory2TypeId").asText(),
                    "Territory2ModelId", model.path("Territory2ModelId").asText());
            String id = desk.create("Territory2", fields);
            ids.put(name, id);
            names.put(id, name);
        }
    }

    private void associate() {
        desk.before.forEach((account, was) -> {
            String territory = ids.get(was.path("Territory__c").asText(""));
            if (territory != null) {
                String cause = causes.size() % 3 == 0 ? "Territory2AssignmentRule" : MANUAL;
                causes.put(account, cause);
                associate(account, territory, cause);
            }
        });
        associate(overlaid(), Objects.requireNonNull(ids.get("Overlay")), MANUAL);
    }

    private void associate(String account, String territory, String cause) {
        desk.create(Link.TERRITORY, Map.of("ObjectId", account, "Territory2Id", territory, "AssociationCause", cause));
    }

    private void staff() {
        var users = desk.query("SELECT Id FROM User WHERE IsActive = true ORDER BY Id LIMIT 6");
        int number = 0;
        for (String account : desk.before.keySet()) {
            if (number++ % 4 == 0) {
                join(account, users.get(4));
                join(account, users.get(5));
            }
        }
    }

    private void join(String account, JsonNode user) {
        desk.create(
                Link.MEMBER,
                Map.of(
                        "AccountId",
                        account,
                        "UserId",
                        user.path("Id").asText(),
                        "TeamMemberRole",
                        "Sales Rep",
                        "AccountAccessLevel",
                        "Edit"));
    }

    /** The account that is in a further territory, which is none of our business. */
    String overlaid() {
        return desk.before.keySet().iterator().next();
    }

    /** Names of the territories that each account is in. */
    Map<String, TreeSet<String>> held() {
        var held = new HashMap<String, TreeSet<String>>();
        desk.query("SELECT ObjectId, Territory2Id FROM " + Link.TERRITORY)
                .forEach(row -> held.computeIfAbsent(row.path("ObjectId").asText(), id -> new TreeSet<>())
                        .add(names.getOrDefault(row.path("Territory2Id").asText(), "?")));
        return held;
    }

    /** All members as text. */
    List<String> teams() {
        return desk.query("SELECT " + String.join(", ", MEMBER) + " FROM " + Link.MEMBER).stream()
                .map(row -> String.join(
                        " ",
                        MEMBER.stream().map(field -> row.path(field).asText()).toList()))
                .sorted()
                .toList();
    }

    /** How many links of any run are in which state. */
    Map<String, Integer> states() {
        return desk.bench.jdbi.withHandle(h -> h.createQuery("SELECT state, count(*) AS n FROM commit_link GROUP BY 1")
                .reduceRows(new HashMap<String, Integer>(), (all, row) -> {
                    all.put(row.getColumn("state", String.class), row.getColumn("n", Integer.class));
                    return all;
                }));
    }

    /** Teams and territories are as they are to be, and every link is settled. */
    void assertInStep(String where) {
        assertThat(teams()).as(where).containsExactlyElementsOf(teams);
        assertTerritories(where);
        assertThat(states()).as(where).containsKeys("DONE").doesNotContainKeys("PLANNED", "REJECTED");
    }

    /** Each account is in its new territory and in no other that is ours to change. */
    void assertTerritories(String where) {
        Map<String, JsonNode> now = desk.accounts();
        Map<String, TreeSet<String>> held = held();
        desk.before.forEach((account, was) -> {
            String territory = Objects.requireNonNull(now.get(account))
                    .path("Territory__c")
                    .asText();
            var expected = new TreeSet<String>(List.of(territory));
            String old = was.path("Territory__c").asText("");
            if (ids.containsKey(old) && !MANUAL.equals(causes.get(account))) {
                expected.add(old);
            }
            if (account.equals(overlaid())) {
                expected.add("Overlay");
            }
            assertThat(held.get(account)).as(where + ": " + account).isEqualTo(expected);
        });
    }

    @Override
    public void close() {
        desk.close();
    }
}
