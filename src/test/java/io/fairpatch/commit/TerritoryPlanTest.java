package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.commit.TerritoryPlan.Association;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TerritoryPlanTest {
    private static final Map<String, List<String>> TERRITORIES =
            Map.of("North", List.of("n"), "South", List.of("s"), "Twice", List.of("t1", "t2"));

    @Test
    void a_new_territory_is_added_and_the_former_one_removed() {
        assertThat(plan("North", "South", new Association("1", "n", "Territory2Manual")))
                .containsExactly("INSERT s PLANNED null", "DELETE n PLANNED null");
    }

    @Test
    void what_is_there_is_not_added_again() {
        assertThat(plan(
                        "North",
                        "South",
                        new Association("1", "n", "Territory2Manual"),
                        new Association("2", "s", "Territory2Manual")))
                .containsExactly("DELETE n PLANNED null");
    }

    @Test
    void what_a_rule_made_and_what_is_none_of_ours_stays_and_is_said() {
        assertThat(plan(
                        "North",
                        "South",
                        new Association("1", "n", "Territory2AssignmentRule"),
                        new Association("2", "overlay", "Territory2Manual")))
                .containsExactly(
                        "INSERT s PLANNED null", "DELETE n LEFT RULE_MADE", "DELETE overlay LEFT OTHER_TERRITORY");
    }

    @Test
    void a_name_that_is_not_there_or_is_there_twice_is_refused() {
        assertThat(plan("North", "Nowhere")).containsExactly("INSERT Nowhere REJECTED NO_TERRITORY");
        assertThat(plan("North", "Twice")).containsExactly("INSERT Twice REJECTED TERRITORY_NAME");
    }

    @Test
    void a_refused_name_says_whether_it_is_missing_or_not_the_only_one() {
        var plan = new TerritoryPlan("r", TERRITORIES, Map.of());

        assertThat(plan.links(List.of(
                        new LinkTables.Changed("a", null, "Nowhere"), new LinkTables.Changed("b", null, "Twice"))))
                .extracting(Link::message)
                .containsExactly(
                        "The active territory model has no territory of this name",
                        "The active territory model has more than one territory of this name");
    }

    @Test
    void an_account_that_leaves_all_territories_is_only_taken_out() {
        assertThat(plan("North", null, new Association("1", "n", "Territory2Manual")))
                .containsExactly("DELETE n PLANNED null");
        assertThat(plan(null, "North")).containsExactly("INSERT n PLANNED null");
    }

    @Test
    void a_new_association_is_made_by_hand_as_the_org_calls_it() {
        Link link = new TerritoryPlan("r", TERRITORIES, Map.of())
                .links(List.of(new LinkTables.Changed("a", null, "North")))
                .get(0);

        assertThat(link.name()).isEqualTo("North");
        assertThat(link.run()).isEqualTo("r");
        assertThat(link.values().values())
                .isEqualTo(Map.of("ObjectId", "a", "Territory2Id", "n", "AssociationCause", "Territory2Manual"));
    }

    @Test
    void a_removed_one_is_named_as_people_know_it() {
        Link link = new TerritoryPlan(
                        "r", TERRITORIES, Map.of("a", List.of(new Association("7", "n", "Territory2Manual"))))
                .links(List.of(new LinkTables.Changed("a", "North", null)))
                .get(0);

        assertThat(link.name()).isEqualTo("North");
        assertThat(link.record()).isEqualTo("7");
    }

    private static List<String> plan(@Nullable String before, @Nullable String after, Association... held) {
        return new TerritoryPlan("r", TERRITORIES, Map.of("a", List.of(held)))
                .links(List.of(new LinkTables.Changed("a", before, after))).stream()
                        .map(link -> link.action() + " " + link.linked() + " " + link.state() + " " + link.code())
                        .toList();
    }
}
