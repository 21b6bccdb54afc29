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
    private final SideEffects effects;

    OwnerChange(SideEffects effects) {
        this.effects = effects;
    }

    void follow(String object, String id, String from, String to, WriteContext context) {
        if (object.equals("Account")) {
            account(id, from, to, context);
        } else if (object.equals("Opportunity") && !context.wants(OwnerOption.KEEP_SALES_TEAM)) {
            effects.delete("OpportunityTeamMember", effects.is("OpportunityTeamMember", "OpportunityId", id));
        }
    }

    private void account(String id, String from, String to, WriteContext context) {
        if (!context.wants(OwnerOption.KEEP_ACCOUNT_TEAM)) {
            effects.delete("AccountTeamMember", effects.is("AccountTeamMember", "AccountId", id));
        }
        boolean owned = context.wants(TRANSFER_OWNED_OPEN_OPPORTUNITIES);
        boolean others = context.wants(TRANSFER_OTHERS_OPEN_OPPORTUNITIES);
        if (owned || others) {
            move("Opportunity", open("Opportunity", id).and(others ? row -> true : ofOwner("Opportunity", from)), to);
        }
        if (context.wants(TRANSFER_CONTACTS)) {
            move("Contact", of("Contact", id).and(ofOwner("Contact", from)), to);
        }
        if (context.wants(TRANSFER_CONTRACTS)) {
            move("Contract", of("Contract", id).and(ofOwner("Contract", from)), to);
        }
        if (context.wants(TRANSFER_ORDERS)) {
            move("Order", of("Order", id).and(ofOwner("Order", from)), to);
        }
        if (context.wants(TRANSFER_ALL_OWNED_CASES)) {
            move("Case", of("Case", id).and(ofOwner("Case", from)), to);
        } else if (context.wants(TRANSFER_OWNED_OPEN_CASES)) {
            move("Case", open("Case", id).and(ofOwner("Case", from)), to);
        }
        if (context.wants(TRANSFER_OPEN_ACTIVITIES)) {
            move("Task", open("Task", id).and(ofOwner("Task", from)), to);
        }
    }

    private void move(String object, Predicate<Row> test, String to) {
        effects.set(object, test, Map.of("OwnerId", to));
    }

    private Predicate<Row> of(String object, String account) {
        return effects.is(object, "AccountId", account);
    }

    private Predicate<Row> ofOwner(String object, String owner) {
        return effects.is(object, "OwnerId", owner);
    }

    private Predicate<Row> open(String object, String account) {
        return of(object, account).and(effects.is(object, "IsClosed", false));
    }
}
