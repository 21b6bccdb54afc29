package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What else goes when a record is deleted: the records that are nothing without it go along, and other lookups to it are
 * emptied.
 */
final class Cascade {
    /** Lookups that may be empty, of records that go along all the same. */
    private static final Set<String> GO_ALONG = Set.of(
            "Contact.AccountId",
            "Opportunity.AccountId",
            "Order.AccountId",
            "Asset.AccountId",
            "Task.WhatId",
            "Event.WhatId",
            "CampaignMember.LeadId",
            "CampaignMember.ContactId");

    /** A person's activities stay with what else they are related to. */
    private static final Set<String> GO_ALONG_UNLESS_RELATED = Set.of("Task.WhoId", "Event.WhoId");

    private final Org org;
    private final SideEffects effects;

    Cascade(Org org, SideEffects effects) {
        this.org = org;
        this.effects = effects;
    }

    /** Whether a write deletes its record, for good or not. */
    static boolean deletes(Change change) {
        return change.after() == null
                || change.writes().stream()
                        .anyMatch(write -> write.field().name().equals("IsDeleted")
                                && Boolean.TRUE.equals(write.after())
                                && !Boolean.TRUE.equals(write.before()));
    }

    /** Does what follows from a deletion that was just made. */
    void follow(Change change, String id) {
        var type = change.table().type();
        if (deletes(change) && (!type.isSetup() || type.name().equals("Territory2"))) {
            take(type, List.of(id), change.after() == null);
        }
    }

    private void take(ObjectType type, List<String> ids, boolean forGood) {
        Link.to(type, org.schema()).stream()
                .filter(link -> !link.isConversion())
                .forEach(link -> take(link, ids, forGood));
    }

    private void take(Link link, List<String> ids, boolean forGood) {
        var table = org.table(link.child());
        var hanging = hanging(table, link, ids);
        var going = hanging.stream().filter(goesAlong(link)).toList();
        if (!going.isEmpty()) {
            effects.delete(table, going, forGood);
            take(link.child(), going.stream().map(Row::id).toList(), forGood);
        }
        if (link.field().is(FieldFlag.NILLABLE)) {
            var left = going.isEmpty() ? hanging : hanging(table, link, ids); // what goes along may empty lookups too
            effects.set(table, left, Collections.singletonMap(link.field().name(), null));
        }
    }

    private static List<Row> hanging(Table table, Link link, List<String> ids) {
        return ids.stream()
                .flatMap(id -> table.having(link.field(), id).stream())
                .toList();
    }

    private static Predicate<Row> goesAlong(Link link) {
        var name = link.child().name() + "." + link.field().name();
        if (GO_ALONG_UNLESS_RELATED.contains(name)) {
            var what = link.child().require("WhatId");
            return row -> row.text(what).isEmpty();
        }
        boolean always = GO_ALONG.contains(name) || !link.field().is(FieldFlag.NILLABLE);
        return row -> always;
    }
}
