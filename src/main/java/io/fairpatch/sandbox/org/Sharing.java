package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Rights.General;
import io.fairpatch.sandbox.org.Rights.ObjectRight;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which records a user without View All can reach: those owned by the user or by somebody below (the chain of managers
 * stands for the role hierarchy), accounts where the user is on the team, and records that hang on an account or an
 * opportunity the user can reach. Objects without owner are open to all.
 */
public final class Sharing {
    private final Org org;

    public Sharing(Org org) {
        this.org = org;
    }

    /** The test for records this user can see; null when it is all of them. */
    public @Nullable Predicate<Row> visible(String userId, ObjectType type) {
        return reach(userId, type, General.VIEW_ALL_DATA, ObjectRight.VIEW_ALL);
    }

    /** The test for records this user can write, rights to the object given; null when it is all of them. */
    public @Nullable Predicate<Row> writable(String userId, ObjectType type) {
        return reach(userId, type, General.MODIFY_ALL_DATA, ObjectRight.MODIFY_ALL);
    }

    private @Nullable Predicate<Row> reach(String userId, ObjectType type, General general, ObjectRight right) {
        var rights = org.rights().of(userId);
        if (type.isSetup() || rights.may(general) || rights.may(right, type)) {
            return null;
        }
        var team = team(userId);
        var accounts = teamAccounts(userId);
        return row -> reaches(row, type, team, accounts);
    }

    private boolean reaches(Row row, ObjectType type, Set<String> team, Set<String> accounts) {
        var owner = type.field("OwnerId");
        if (owner.isPresent() && team.contains(row.text(owner.get())) || accounts.contains(row.id())) {
            return true;
        }
        for (var name : new String[] {"AccountId", "OpportunityId", "ObjectId"}) {
            var link = type.field(name);
            if (link.isPresent() && !row.text(link.get()).isEmpty()) {
                var parent = row.text(link.get());
                return org.find(parent)
                        .filter(found ->
                                reaches(found, org.schema().ofId(parent).orElseThrow(), team, accounts))
                        .isPresent();
            }
        }
        return owner.isEmpty();
    }

    /** The user and all below. */
    private Set<String> team(String userId) {
        var users = org.table("User");
        var manager = users.type().require("ManagerId");
        var team = new HashSet<>(Set.of(userId));
        int before;
        do {
            before = team.size();
            users.rows().stream()
                    .filter(user -> team.contains(user.text(manager)))
                    .forEach(user -> team.add(user.id()));
        } while (team.size() > before);
        return team;
    }

    private Set<String> teamAccounts(String userId) {
        var members = org.table("AccountTeamMember");
        var type = members.type();
        var accounts = new HashSet<String>();
        members.having(type.require("UserId"), userId)
                .forEach(row -> accounts.add(row.text(type.require("AccountId"))));
        return accounts;
    }
}
