package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What keeps a record from being deleted: its cases, won opportunities, contracts and orders in force. */
final class Obstacles {
    private static final String LINKED = "it is associated with the following ";
    private static final Map<String, List<Obstacle>> OF = Map.of(
            "Account",
            List.of(
                    new Obstacle("Case", "AccountId", "", null, LINKED + "cases"),
                    new Obstacle(
                            "Opportunity",
                            "AccountId",
                            "IsWon",
                            true,
                            "some opportunities in this account were closed won. The opportunities that were closed won "
                                    + "are shown below"),
                    new Obstacle("Contract", "AccountId", "Status", "Activated", LINKED + "contracts"),
                    new Obstacle("Order", "AccountId", "Status", "Activated", LINKED + "orders")),
            "Contact",
            List.of(new Obstacle("Case", "ContactId", "", null, LINKED + "cases")));

    private final Org org;

    Obstacles(Org org) {
        this.org = org;
    }

    /**
     * Records that must be dealt with first.
     *
     * @param link by which they hang on the record
     * @param field which must have the value for them to count; empty where all do
     * @param why as the org words it
     */
    private record Obstacle(String object, String link, String field, @Nullable Object value, String why) {}

    /** Refuses to delete a record that others need. */
    void check(ObjectType type, Row row) {
        for (var obstacle : OF.getOrDefault(type.name(), List.of())) {
            var table = org.table(obstacle.object());
            var link = table.type().require(obstacle.link());
            var field = table.type().field(obstacle.field());
            var ids = table.having(link, row.id()).stream()
                    .filter(other -> field.isEmpty() || Objects.equals(other.get(field.get()), obstacle.value()))
                    .map(Row::id)
                    .collect(Collectors.joining(", "));
            if (!ids.isEmpty()) {
                var name = type.field("Name").map(row::text).orElse(row.id());
                throw new RowException(
                        "DELETE_FAILED",
                        "Your attempt to delete %s could not be completed because %s.: %s"
                                .formatted(name, obstacle.why(), ids));
            }
        }
    }
}
