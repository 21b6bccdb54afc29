package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordIds;
import io.fairpatch.sandbox.org.Rights.ObjectRight;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Sharing;
import io.fairpatch.sandbox.schema.ChildName;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.soql.Condition.And;
import io.fairpatch.sandbox.soql.Condition.Comparison;
import io.fairpatch.sandbox.soql.Condition.In;
import io.fairpatch.sandbox.soql.Condition.Operator;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands queries in SOQL. */
public final class Soql {
    private static final Set<String> OF_DEFINITIONS =
            Set.of("ENTITYDEFINITION", "FIELDDEFINITION", "ENTITYPARTICLE", "CUSTOMFIELD", "CUSTOMOBJECT");

    private final Org org;
    private final Sharing sharing;

    public Soql(Org org) {
        this.org = org;
        this.sharing = new Sharing(org);
    }

    /** The query made ready for the REST API, or a refusal in the words of a real org. */
    public BoundQuery bind(String text, String userId) {
        var query = QueryParser.parse(text);
        if (org.schema()
                .object(query.object().text())
                .filter(ObjectType::isToolingOnly)
                .isPresent()) {
            throw unknown(query);
        }
        return bind(query, userId);
    }

    /** The query made ready for the Tooling API, which knows objects that the REST API does not. */
    public BoundQuery bindForTooling(String text, String userId) {
        return bind(QueryParser.parse(text), userId);
    }

    /** The query made ready for a bulk job, which knows less than the REST API. */
    public BoundQuery bindForBulk(String text, String userId) {
        BulkLimits.check(text);
        var bound = bind(text, userId);
        for (var column : bound.columns()) {
            if (column.field().type() == FieldType.ADDRESS) {
                throw new SoqlException("FEATURE_NOT_ENABLED", "Selecting compound data not supported in Bulk Query");
            }
        }
        return bound;
    }

    private BoundQuery bind(Query query, String userId) {
        if (OF_DEFINITIONS.contains(query.object().upper())) {
            org.listFields();
        }
        var rights = org.rights().of(userId);
        var type = org.schema()
                .object(query.object().text())
                .filter(object -> rights.may(ObjectRight.READ, object))
                .orElseThrow(() -> unknown(query));
        var paths = new PathBinder(org, rights, query.text(), List.of(type), query.aliases());
        SemiJoins.check(query);
        var calendar = new UserCalendar(zone(userId), org.fiscalYears());
        var literals = new LiteralBinder(org.clock(), calendar, paths);
        var conditions = new ConditionBinder(paths, literals, calendar, inner -> bind(inner, userId));
        boolean aggregates = query.aggregates();
        var select = new SelectBinder(org, rights, query, paths, calendar.zone());
        return new BoundQuery(
                org.table(type),
                aggregates ? List.of() : select.columns(),
                select.typedParents(),
                query.select().children().stream()
                        .map(child -> child(child, type, userId))
                        .toList(),
                aggregates ? new Aggregation(query, paths, calendar, literals) : null,
                query,
                where(query, conditions, scoped(query, type, userId)),
                query.orders().isEmpty() || aggregates ? null : RowOrder.of(paths, query.orders()),
                ids(query.where()));
    }

    /** The time zone that the user has chosen. */
    private ZoneId zone(String userId) {
        var users = org.table("User");
        return users.find(userId)
                .map(user -> user.text(users.type().require("TimeZoneSidKey")))
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }

    private ChildQuery child(Query query, ObjectType parent, String userId) {
        var name = query.object().text();
        var link = org.schema().objects().stream()
                .flatMap(object -> object.fields().stream()
                        .filter(field -> name.equalsIgnoreCase(ChildName.of(object, field, parent)))
                        .map(field -> new ChildQuery.Link(object.name(), field)))
                .findFirst()
                .orElseThrow(() -> SoqlException.at(
                        "INVALID_TYPE",
                        query.text(),
                        query.object().position(),
                        "Didn't understand relationship '" + name + "' in FROM part of query call."));
        if (query.aggregates() || query.select().count()) {
            throw new SoqlException("MALFORMED_QUERY", "Only root queries support aggregate expressions");
        }
        return new ChildQuery(name, link.field(), bind(query.on(link.object()), userId));
    }

    /** What the user may see, and of that what the query wants; null for all. */
    private @Nullable Predicate<Row> scoped(Query query, ObjectType type, String userId) {
        var visible = sharing.visible(userId, type);
        var wanted = new Scope(org, type, userId).of(query.scope());
        if (visible == null) {
            return wanted;
        }
        return wanted == null ? visible : visible.and(wanted);
    }

    private static Predicate<Row> where(Query query, ConditionBinder conditions, @Nullable Predicate<Row> visible) {
        Predicate<Row> where = query.where() == null ? row -> true : conditions.bind(query.where());
        return visible == null ? where : visible.and(where);
    }

    private static SoqlException unknown(Query query) {
        return SoqlException.at(
                "INVALID_TYPE",
                query.text(),
                query.object().position(),
                ("sObject type '%s' is not supported. If you are attempting to use a custom object, be sure to append "
                                + "the '__c' after the entity name. Please reference your WSDL or the describe call for "
                                + "the appropriate names.")
                        .formatted(query.object().text()));
    }

    /** The only ids that can satisfy the condition, so that not all records need be looked at; null when any can. */
    private static @Nullable List<String> ids(@Nullable Condition where) {
        if (where instanceof And and) {
            return and.parts().stream()
                    .map(Soql::ids)
                    .flatMap(Stream::ofNullable)
                    .findFirst()
                    .orElse(null);
        }
        if (where instanceof Comparison comparison
                && comparison.operator() == Operator.EQUAL
                && comparison.field().is("Id")) {
            return normalised(List.of(comparison.value()));
        }
        return where instanceof In in && !in.negated() && in.field().is("Id") ? normalised(in.values()) : null;
    }

    private static List<String> normalised(List<Literal> values) {
        return values.stream()
                .map(value -> RecordIds.normalise(value.text()))
                .flatMap(Optional::stream)
                .toList();
    }
}
