package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Change.FieldWrite;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a client asked for into a change, or refuses it as a real org does. */
final class ChangeCheck {
    private final Org org;
    private final References references;
    private final Derived derived;
    private final Standing standing;
    private final Guard guard;
    private final Obstacles obstacles;

    ChangeCheck(Org org) {
        this.org = org;
        this.references = new References(org);
        this.derived = new Derived(org);
        this.standing = new Standing(org);
        this.guard = new Guard(org);
        this.obstacles = new Obstacles(org);
    }

    Change change(Write asked, WriteContext context) {
        // the object as it is now, with all fields: the client may have asked with the fields it sees
        var write = asked.on(org.table(asked.type()).type());
        var change = checked(write, context);
        org.rules().check(change, context);
        return change;
    }

    private Change checked(Write write, WriteContext context) {
        return switch (write.kind()) {
            case INSERT -> insert(write.type(), write.values(), context);
            case UPDATE -> update(write, context);
            case UPSERT -> upsert(write, context);
            case DELETE -> delete(write, false, context);
            case HARD_DELETE -> delete(write, true, context);
        };
    }

    private Change insert(ObjectType type, Map<String, @Nullable String> values, WriteContext context) {
        if (!type.createable()) {
            throw notSupported("insert", type);
        }
        guard.mayCreate(type, context);
        var after = new @Nullable Object[type.width()];
        var writes = assign(type, after, values, FieldFlag.CREATEABLE, context);
        derived.defaults(type, after, context.userId());
        derived.complete(type, after);
        requireAll(type, after);
        Associations.checkNew(org.table(type), after);
        standing.check(type, "", after, writes);
        return new Change(org.table(type), null, after, writes);
    }

    private Change update(Write write, WriteContext context) {
        var type = write.type();
        if (!type.updateable()) {
            throw notSupported("update", type);
        }
        var before = existing(type, write.id());
        guard.mayWrite(type, before, false, context);
        if (type.name().equals("Lead") && Boolean.TRUE.equals(before.get(type.require("IsConverted")))) {
            throw new RowException("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        }
        var after = before.copyOfValues(type.width());
        var writes = assign(type, after, write.values(), FieldFlag.UPDATEABLE, context);
        derived.forgetStale(type, after, writes);
        derived.complete(type, after);
        requireAll(type, after);
        standing.check(type, before.id(), after, writes);
        return new Change(org.table(type), before, after, writes);
    }

    private Change upsert(Write write, WriteContext context) {
        var type = write.type();
        var key = type.require(Objects.requireNonNull(write.keyField()));
        if (key.type() == FieldType.ID) {
            return write.id() == null || write.id().isEmpty()
                    ? insert(type, write.values(), context)
                    : update(write, context);
        }
        var wanted = write.values().get(key.name());
        if (wanted == null || wanted.isBlank()) {
            throw new RowException("MISSING_ARGUMENT", key.name() + " not specified");
        }
        var found = matching(type, key, wanted);
        return found.isEmpty()
                ? insert(type, write.values(), context)
                : update(Write.update(type, found.get(), write.values()), context);
    }

    private Optional<String> matching(ObjectType type, Field key, String wanted) {
        var ids = ExternalIds.matching(org.table(type), key, wanted);
        if (ids.size() > 1) {
            throw new RowException(
                    "DUPLICATE_EXTERNAL_ID",
                    "%s: more than one record found for external id field: [%s]"
                            .formatted(key.name(), String.join(", ", ids)),
                    key.name());
        }
        return ids.stream().findFirst();
    }

    private Change delete(Write write, boolean forGood, WriteContext context) {
        var type = write.type();
        if (!type.deletable()) {
            throw notSupported("delete", type);
        }
        var before = existing(type, write.id());
        guard.mayWrite(type, before, true, context);
        if (org.rules().deletesBlocked()) {
            obstacles.check(type, before);
        }
        var deleted = type.field("IsDeleted");
        if (forGood || deleted.isEmpty()) {
            var gone = new FieldWrite(type.require("Id"), before.id(), null);
            return new Change(org.table(type), before, null, List.of(gone));
        }
        var after = before.copyOfValues(type.width());
        after[deleted.get().column()] = true;
        return new Change(org.table(type), before, after, List.of(new FieldWrite(deleted.get(), false, true)));
    }

    private Row existing(ObjectType type, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw new RowException("MISSING_ARGUMENT", "Id not specified in an update call");
        }
        var id = RecordIds.normalise(text).orElseThrow(() -> malformed(type, text));
        if (!id.startsWith(type.keyPrefix())) {
            throw malformed(type, text);
        }
        var table = org.table(type);
        var row = table.find(id)
                .orElseThrow(() -> new RowException("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
        if (table.isDeleted(row)) {
            throw new RowException("ENTITY_IS_DELETED", "entity is deleted");
        }
        return row;
    }

    private List<FieldWrite> assign(
            ObjectType type,
            @Nullable Object[] after,
            Map<String, @Nullable String> values,
            FieldFlag right,
            WriteContext context) {
        var rights = org.rights().of(context.userId());
        var writes = new ArrayList<FieldWrite>();
        for (var entry : values.entrySet()) {
            var linked = LinkedKeys.lookup(type, entry.getKey());
            var field = linked.or(() -> type.field(entry.getKey()))
                    .filter(known -> rights.mayRead(type, known))
                    .orElseThrow(() -> unknown(type, entry.getKey()));
            if (field.type() == FieldType.ID) {
                continue;
            }
            if (!field.is(right) || !rights.mayEdit(type, field)) {
                throw notWritable(field, right == FieldFlag.CREATEABLE ? "create" : "create/update");
            }
            var given = entry.getValue();
            var text = linked.isPresent() && given != null ? LinkedKeys.id(org, field, entry.getKey(), given) : given;
            var value = value(type, field, text, context);
            if (value == null && isNeverEmpty(field)) {
                checkOwner(field, right);
                continue;
            }
            writes.add(new FieldWrite(field, after[field.column()], value));
            after[field.column()] = value;
        }
        return writes;
    }

    /** Whether the org itself sees to it that the field has a value: who clears it leaves it as it is. */
    private static boolean isNeverEmpty(Field field) {
        return field.is(FieldFlag.DEFAULTED) && !field.is(FieldFlag.NILLABLE);
    }

    private static void checkOwner(Field field, FieldFlag right) {
        if (field.name().equals("OwnerId") && right == FieldFlag.UPDATEABLE) {
            throw new RowException(
                    "INVALID_CROSS_REFERENCE_KEY", field.label() + ": owner cannot be blank", field.name());
        }
    }

    /** The value that the org keeps: space around a text is cut off, and of a text of space nothing is left. */
    private @Nullable Object value(ObjectType type, Field field, @Nullable String text, WriteContext context) {
        var kept = text == null ? "" : text.strip();
        var value = kept.isEmpty() && field.type() != FieldType.BOOLEAN ? null : ValueParser.check(field, kept);
        references.check(type, field, value, context);
        return value;
    }

    private static void requireAll(ObjectType type, @Nullable Object[] after) {
        var missing = type.fields().stream()
                .filter(field -> field.isRequired() && after[field.column()] == null)
                .map(Field::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new RowException(
                    new RowError("REQUIRED_FIELD_MISSING", "Required fields are missing: " + missing, missing));
        }
    }

    private static RowException notWritable(Field field, String verb) {
        return new RowException(
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                ("Unable to %s fields: %s. Please check the security settings of this field and verify that it is "
                                + "read/write for your profile or permission set.")
                        .formatted(verb, field.name()),
                field.name());
    }

    private static RowException unknown(ObjectType type, String name) {
        return new RowException(
                "INVALID_FIELD", "No such column '%s' on sobject of type %s".formatted(name, type.name()));
    }

    private static RowException malformed(ObjectType type, String id) {
        return new RowException("MALFORMED_ID", type.label() + " ID: id value of incorrect type: " + id, "Id");
    }

    private static RowException notSupported(String verb, ObjectType type) {
        return new RowException(
                "INVALID_TYPE_FOR_OPERATION", "entity type %s does not support %s".formatted(type.name(), verb));
    }
}
