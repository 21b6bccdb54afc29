package io.fairpatch.sandbox.org;

import static io.fairpatch.sandbox.org.OwnerOption.TRANSFER_ALL_OWNED_CASES;
import static io.fairpatch.sandbox.org.OwnerOption.TRANSFER_CONTACTS;
import static io.fairpatch.sandbox.org.OwnerOption.TRANSFER_CONTRACTS;
import static io.fairpatch.sandbox.org.OwnerOption.TRANSFER_OPEN_ACTIVITIES;
import static io.fairpatch.sandbox.org.OwnerOption.TRANSFER_ORDERS;
import static io.fairpatch.sandbox.org.OwnerOption.TRANSFER_OTHERS_OPEN_OPPORTUNITIES;
import static io.fairpatch.sandbox.org.OwnerOption.TRANSFER_OWNED_OPEN_CASES;
import static io.fairpatch.sandbox.org.OwnerOption.TRANSFER_OWNED_OPEN_OPPORTUNITIES;

import java.util.Map;
import java.util.function.Predicate;

/**
 * What follows from a new owner. Without options an account loses its team and an opportunity its sales team; contacts,
 * opportunities and cases move only when the client says so.
 */
final class OwnerChange {
    private final Org org;
    private final SideEffects effects;

    OwnerChange(Org org, SideEffects effects) {
        this.org = org;
        this.effects = effects;
    }

    void follow(String object, String id, String from, String to, WriteContext context) {
        if (object.equals("Account")) {
            account(id, from, to, context);
        } else if (object.equals("Opportunity") && !context.wants(OwnerOption.KEEP_SALES_TEAM)) {
            leave("OpportunityTeamMember", "OpportunityId", id);
        }
    }

    private void account(String id, String from, String to, WriteContext context) {
        if (!context.wants(OwnerOption.KEEP_ACCOUNT_TEAM)) {
            leave("AccountTeamMember", "AccountId", id);
        }
        boolean owned = context.wants(TRANSFER_OWNED_OPEN_OPPORTUNITIES);
        boolean others = context.wants(TRANSFER_OTHERS_OPEN_OPPORTUNITIES);
        if (owned || others) {
            move("Opportunity", id, open("Opportunity").and(others ? row -> true : of("Opportunity", from)), to);
        }
        if (context.wants(TRANSFER_CONTACTS)) {
            move("Contact", id, of("Contact", from), to);
        }
        if (context.wants(TRANSFER_CONTRACTS)) {
            move("Contract", id, of("Contract", from), to);
        }
        if (context.wants(TRANSFER_ORDERS)) {
            move("Order", id, of("Order", from), to);
        }
        if (context.wants(TRANSFER_ALL_OWNED_CASES)) {
            move("Case", id, of("Case", from), to);
        } else if (context.wants(TRANSFER_OWNED_OPEN_CASES)) {
            move("Case", id, open("Case").and(of("Case", from)), to);
        }
        if (context.wants(TRANSFER_OPEN_ACTIVITIES)) {
            move("Task", id, open("Task").and(of("Task", from)), to);
        }
    }

    /** Ends the team of a record. */
    private void leave(String object, String link, String id) {
        var table = org.table(object);
        effects.delete(table, table.having(table.type().require(link), id), false);
    }

    private void move(String object, String account, Predicate<Row> test, String to) {
        var table = org.table(object);
        var moving = table.having(table.type().require("AccountId"), account).stream()
                .filter(test)
                .toList();
        effects.set(table, moving, Map.of("OwnerId", to));
    }

    private Predicate<Row> of(String object, String owner) {
        return effects.is(object, "OwnerId", owner);
    }

    private Predicate<Row> open(String object) {
        return effects.is(object, "IsClosed", false);
    }
}
