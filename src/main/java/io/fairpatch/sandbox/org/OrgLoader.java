package io.fairpatch.sandbox.org;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.data.OrgTable;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.schema.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fills an org: mints ids, rewrites lookups, adds what every org has, and computes what was not given. System and
 * computed fields that were given stay as given.
 */
public final class OrgLoader {
    private final Org org;
    private final Derived derived;
    private final Pool pool = new Pool();
    private final Map<String, LoadedTable> tables = new LinkedHashMap<>();
    private int unresolvedLookups;

    private OrgLoader(Org org) {
        this.org = org;
        this.derived = new Derived(org);
    }

    /**
     * The org with this data; a value that cannot be read is a problem that names row and field.
     *
     * @param bare without this product's fields and permission set
     * @param born stamps the records that were given without a time
     */
    public static Loaded load(OrgData data, Clock clock, long seed, Instant born, boolean bare) {
        return new OrgLoader(new Org(Schema.with(data.customFields()), clock, seed, born)).load(data.tables(), bare);
    }

    private Loaded load(List<OrgTable> given, boolean bare) {
        var basics = new Basics(org);
        var organization = given.stream()
                .filter(table -> table.object().equals("Organization"))
                .findFirst();
        basics.organization(organization.orElse(null));
        basics.profiles();
        var userId = basics.integrationUser();
        for (var table : given) {
            if (!table.object().equals("Organization")) {
                read(table);
            }
        }
        var stages = new Stages(org);
        var added = stages.complete(tables.get("OpportunityStage") != null, tables.get("Opportunity"));
        tables.values().forEach(this::resolveLookups);
        var dates = closeDates(tables.get("Opportunity"));
        tables.values().forEach(table -> table.rows().forEach(values -> complete(table.type(), values, userId)));
        dates.refuseClosed();
        new LastActivity(org).fill(tables.get("Account"));
        basics.apiLicence(userId);
        basics.permissions(userId, bare);
        new Statuses(org).list();
        org.listDefinitions();
        return new Loaded(org, userId, unresolvedLookups, added, dates.filled(), dates.day());
    }

    private CloseDates closeDates(@Nullable LoadedTable given) {
        var opportunity = org.table("Opportunity").type();
        var today = LocalDate.ofInstant(org.born(), ZoneOffset.UTC);
        return CloseDates.fill(opportunity, given == null ? List.of() : given.rows(), today);
    }

    private void read(OrgTable given) {
        var type = org.schema().object(given.object()).orElseThrow(() -> Problem.of(
                        ErrorCode.SANDBOX_DATA, "The sandbox has no object '" + given.object() + "'")
                .maybe("leave its file out; known objects are "
                        + String.join(", ", org.sizes().keySet()) + ".")
                .exception());
        var table = new LoadedTable(org.table(type), given);
        table.read(pool);
        tables.put(type.name(), table);
    }

    private void resolveLookups(LoadedTable table) {
        for (var field : table.columns()) {
            if (field.type() == FieldType.REFERENCE) {
                for (var values : table.rows()) {
                    if (values[field.column()] instanceof String givenId) {
                        values[field.column()] = resolve(field, givenId);
                    }
                }
            }
        }
    }

    private @Nullable String resolve(Field field, String givenId) {
        for (var object : field.referenceTo()) {
            var table = tables.get(object);
            var id = table == null ? null : table.idOf(givenId);
            if (id != null) {
                return id;
            }
        }
        unresolvedLookups++;
        return null;
    }

    private void complete(ObjectType type, @Nullable Object[] values, String userId) {
        var given = values.clone();
        names(type, values);
        derived.defaults(type, values, null);
        derived.complete(type, values);
        for (int i = 0; i < given.length; i++) {
            if (given[i] != null) {
                values[i] = given[i];
            }
        }
        stamps(type, values, userId);
    }

    private void names(ObjectType type, @Nullable Object[] values) {
        var lastName = type.field("LastName");
        if (lastName.isEmpty()) {
            return;
        }
        var name = values[type.require("Name").column()];
        var place = lastName.get().column();
        values[place] = Objects.requireNonNullElse(values[place], Objects.requireNonNullElse(name, "Unknown"));
        if (type.name().equals("User")) {
            user(type, values);
        }
    }

    private void user(ObjectType type, @Nullable Object[] values) {
        var login = values[0] + "@fairpatch.sandbox";
        fill(type, values, "Username", login);
        fill(type, values, "Email", login);
        fill(type, values, "ProfileId", Basics.standardProfile(org));
    }

    private void stamps(ObjectType type, @Nullable Object[] values, String userId) {
        fill(type, values, "CreatedDate", org.born().toEpochMilli());
        fill(type, values, "CreatedById", userId);
        var created = type.field("CreatedDate").map(field -> values[field.column()]);
        fill(type, values, "LastModifiedDate", created.orElse(org.born().toEpochMilli()));
        fill(type, values, "LastModifiedById", userId);
        fill(
                type,
                values,
                "SystemModstamp",
                values[type.require("LastModifiedDate").column()]);
    }

    private void fill(ObjectType type, @Nullable Object[] values, String name, @Nullable Object value) {
        type.field(name).ifPresent(field -> {
            if (values[field.column()] == null && value != null) {
                values[field.column()] = pool.share(value);
            }
        });
    }
}
