package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.Collections;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
            take(type, Set.of(id), change.after() == null);
        }
    }

    private void take(ObjectType type, Set<String> ids, boolean forGood) {
        for (var child : org.schema().objects()) {
            for (var link : child.fields()) {
                if (pointsTo(link, type)) {
                    take(child, link, ids, forGood);
                }
            }
        }
    }

    private static boolean pointsTo(Field link, ObjectType type) {
        return link.type() == FieldType.REFERENCE
                && link.referenceTo().contains(type.name())
                && !link.is(FieldFlag.DEFAULTED)
                && !link.name().equals("MasterRecordId")
                && !link.name().startsWith("Converted");
    }

    private void take(ObjectType child, Field link, Set<String> ids, boolean forGood) {
        Predicate<Row> hangs = row -> ids.contains(row.text(link));
        var goes = hangs.and(goesAlong(child, link));
        var going = effects.find(child.name(), goes).stream().map(Row::id).collect(Collectors.toUnmodifiableSet());
        if (!going.isEmpty()) {
            effects.delete(child.name(), goes, forGood);
            take(child, going, forGood);
        }
        if (link.is(FieldFlag.NILLABLE)) {
            effects.set(child.name(), hangs, Collections.singletonMap(link.name(), null));
        }
    }

    private static Predicate<Row> goesAlong(ObjectType child, Field link) {
        var name = child.name() + "." + link.name();
        if (GO_ALONG_UNLESS_RELATED.contains(name)) {
            var what = child.require("WhatId");
            return row -> row.text(what).isEmpty();
        }
        boolean always = GO_ALONG.contains(name) || !link.is(FieldFlag.NILLABLE);
        return row -> always;
    }
}
