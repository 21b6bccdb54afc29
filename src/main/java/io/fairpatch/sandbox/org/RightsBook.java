package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Rights.General;
import io.fairpatch.sandbox.org.Rights.ObjectRight;
import io.fairpatch.sandbox.schema.ObjectType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Works out users' rights from the records about them, once until one of those changes. Thread-safe. */
public final class RightsBook {
    private final Org org;
    private final Map<String, Rights> known = new ConcurrentHashMap<>();

    private volatile Instant changed;

    RightsBook(Org org) {
        this.org = org;
        this.changed = nextSecond();
    }

    /** The first full second after profiles, permission sets or fields changed last. */
    public Instant changed() {
        return changed;
    }

    private Instant nextSecond() {
        return org.clock().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** The rights of the user with this id. */
    public Rights of(String userId) {
        return known.computeIfAbsent(userId, this::workOut);
    }

    /** The object as the user sees it; empty when the user may not see it at all. */
    public Optional<ObjectType> view(String userId, ObjectType type) {
        var rights = of(userId);
        if (!rights.may(ObjectRight.READ, type)) {
            return Optional.empty();
        }
        var fields = type.fields().stream()
                .filter(field -> rights.mayRead(type, field))
                .map(field -> rights.mayEdit(type, field) ? field : field.readOnly())
                .toList();
        var letters = (rights.may(ObjectRight.CREATE, type) ? "c" : "")
                + (rights.may(ObjectRight.EDIT, type) ? "u" : "")
                + (rights.may(ObjectRight.DELETE, type) ? "d" : "");
        return Optional.of(type.with(fields).only(letters));
    }

    /** Says that profiles, permission sets or fields have changed. */
    public void forget() {
        changed = nextSecond();
        known.clear();
    }

    private Rights workOut(String userId) {
        var sets = permissionSets(userId);
        return new Rights(
                general(sets),
                objects(sets),
                fields(sets, ObjectRight.READ.field()),
                fields(sets, ObjectRight.EDIT.field()));
    }

    /** Ids of the user's permission sets; the profile has one of its own. */
    private Set<String> permissionSets(String userId) {
        var ids = new HashSet<String>();
        var users = org.table("User");
        var profile = users.find(userId)
                .map(user -> user.text(users.type().require("ProfileId")))
                .orElse("");
        var sets = org.table("PermissionSet");
        var owner = sets.type().require("ProfileId");
        sets.rows().stream()
                .filter(row -> !profile.isEmpty() && row.text(owner).equals(profile))
                .forEach(row -> ids.add(row.id()));
        var assignments = org.table("PermissionSetAssignment");
        var type = assignments.type();
        assignments.rows().stream()
                .filter(row -> row.text(type.require("AssigneeId")).equals(userId)
                        && Boolean.TRUE.equals(row.get(type.require("IsActive"))))
                .forEach(row -> ids.add(row.text(type.require("PermissionSetId"))));
        return ids;
    }

    private Set<General> general(Set<String> sets) {
        var table = org.table("PermissionSet");
        var general = EnumSet.noneOf(General.class);
        for (var id : sets) {
            table.find(id).ifPresent(row -> {
                for (var right : General.values()) {
                    if (Boolean.TRUE.equals(row.get(table.type().require(right.field())))) {
                        general.add(right);
                    }
                }
            });
        }
        return general;
    }

    private Map<String, Set<ObjectRight>> objects(Set<String> sets) {
        var table = org.table("ObjectPermissions");
        var objects = new HashMap<String, Set<ObjectRight>>();
        for (var row : table.rows()) {
            if (sets.contains(row.text(table.type().require("ParentId")))) {
                var rights = objects.computeIfAbsent(
                        row.text(table.type().require("SobjectType")), name -> EnumSet.noneOf(ObjectRight.class));
                for (var right : ObjectRight.values()) {
                    if (Boolean.TRUE.equals(row.get(table.type().require(right.field())))) {
                        rights.add(right);
                    }
                }
            }
        }
        return objects;
    }

    private Set<String> fields(Set<String> sets, String right) {
        var table = org.table("FieldPermissions");
        var type = table.type();
        var fields = new HashSet<String>();
        for (var row : table.rows()) {
            if (sets.contains(row.text(type.require("ParentId")))
                    && Boolean.TRUE.equals(row.get(type.require(right)))) {
                fields.add(row.text(type.require("Field")).toLowerCase(Locale.ROOT));
            }
        }
        return fields;
    }
}
