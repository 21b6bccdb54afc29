package io.fairpatch.insight.land;

import io.fairpatch.model.OrgUser;
import io.fairpatch.model.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A territory with its accounts; where none was written yet, the accounts of one owner stand for it.
 *
 * @param key names it in addresses
 * @param rep who is accountable, null when vacant
 * @param written whether the org's territory field holds this name
 * @param quotaCents what of the rep's yearly quota falls on it, by potential where the rep has several; null without one
 */
public record Territory(
        String key,
        String name,
        @Nullable OrgUser rep,
        boolean written,
        List<Entry> accounts,
        @Nullable Long quotaCents) {
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

    Territory withQuota(@Nullable Long cents) {
        return new Territory(key, name, rep, written, accounts, cents);
    }

    /** Whether someone active is accountable. */
    public boolean staffed() {
        return rep != null && rep.active();
    }
}
