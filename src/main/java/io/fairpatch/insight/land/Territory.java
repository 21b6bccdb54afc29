package io.fairpatch.insight.land;

import io.fairpatch.model.OrgUser;
import io.fairpatch.model.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A territory with its accounts. What none was written on yet is in the one territory of who holds it; a holder without
 * one, or with several, has a book of such accounts.
 *
 * @param key names it in addresses
 * @param rep who is accountable, null when vacant
 * @param written whether the org's territory field holds this name
 * @param part of its rep's target and quota: 1, or by potential where the rep has several territories
 */
public record Territory(
        String key, String name, @Nullable OrgUser rep, boolean written, List<Entry> accounts, double part) {
    public Territory {
        accounts = List.copyOf(accounts);
    }

    public String repName() {
        return rep == null ? "vacant" : rep.active() ? rep.name() : rep.name() + " (left)";
    }

    /** Cents a year. */
    public long potential() {
        return accounts.stream().mapToLong(Entry::potential).sum();
    }

    public long inTier(Tier tier) {
        return accounts.stream().filter(entry -> entry.score().tier() == tier).count();
    }

    /** What of the rep's yearly quota falls on it; null without one. A quota of 0 is none. */
    public @Nullable Long quotaCents() {
        Long quota = rep == null ? null : rep.quotaCents();
        return quota == null || quota == 0 ? null : Math.round(quota * part);
    }

    Territory withPart(double part) {
        return new Territory(key, name, rep, written, accounts, part);
    }

    /** Whether someone active is accountable. */
    public boolean staffed() {
        return rep != null && rep.active();
    }
}
