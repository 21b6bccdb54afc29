package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which of the records that a user may see a query wants: those of the user, of its teams, of its territories. */
final class Scope {
    private static final Map<String, String> TEAMS =
            Map.of("Account", "AccountTeamMember", "Opportunity", "OpportunityTeamMember");

    private final Org org;
    private final ObjectType type;
    private final String userId;

    Scope(Org org, ObjectType type, String userId) {
        this.org = org;
        this.type = type;
        this.userId = userId;
    }

    /** The test for records of a scope; null when it is all of them. */
    @Nullable
    Predicate<Row> of(String scope) {
        return switch (scope) {
            case "", "EVERYTHING" -> null;
            case "MINE" ->
                type.field("OwnerId")
                        .map(owner -> (Predicate<Row>) row -> row.text(owner).equals(userId))
                        .orElse(null);
            case "TEAM" -> team();
            case "MY_TERRITORY" -> territory();
            default -> throw unknown(scope);
        };
    }

    private Predicate<Row> team() {
        var members = TEAMS.get(type.name());
        if (members == null) {
            throw unknown("team");
        }
        var found = linked(members, "UserId", Set.of(userId), type.name() + "Id");
        return row -> found.contains(row.id());
    }

    private Predicate<Row> territory() {
        if (!type.name().equals("Account")) {
            throw unknown("my_territory");
        }
        var territories = linked("UserTerritory2Association", "UserId", Set.of(userId), "Territory2Id");
        var found = linked("ObjectTerritory2Association", "Territory2Id", territories, "ObjectId");
        return row -> found.contains(row.id());
    }

    /** Where the records of an object lead whose field has one of these values. */
    private Set<String> linked(String object, String field, Set<String> values, String link) {
        var table = org.table(object);
        var from = table.type().require(field);
        var to = table.type().require(link);
        var found = new HashSet<String>();
        values.stream()
                .flatMap(value -> table.having(from, value).stream())
                .filter(row -> !table.isDeleted(row))
                .forEach(row -> found.add(row.text(to)));
        return found;
    }

    private SoqlException unknown(String scope) {
        return new SoqlException(
                "INVALID_QUERY_SCOPE", "unsupported query scope for %s: %s".formatted(type.name(), scope));
    }
}
