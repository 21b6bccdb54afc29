package io.fairpatch.plan;

import io.fairpatch.model.SalesforceId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people chose on the board, kept whenever the rest is planned again.
 *
 * @param pins by account: the rep it goes to
 * @param forbidden by account: reps it may not go to
 */
public record Hands(Map<SalesforceId, SalesforceId> pins, Map<SalesforceId, Set<SalesforceId>> forbidden) {
    /** No choice. */
    public static final Hands NONE = new Hands(Map.of(), Map.of());

    public Hands {
        // in one order, so that the same choices do the same
        pins = Collections.unmodifiableMap(new TreeMap<>(pins));
        forbidden = Collections.unmodifiableMap(new TreeMap<>(forbidden));
    }

    /** Accounts that something was chosen for. */
    public int count() {
        var accounts = new HashSet<>(pins.keySet());
        accounts.addAll(forbidden.keySet());
        return accounts.size();
    }

    /** With an account at a rep, whatever was chosen for it before. */
    Hands pinning(SalesforceId account, SalesforceId rep) {
        var changed = new HashMap<>(pins);
        changed.put(account, rep);
        return new Hands(changed, forbidden);
    }

    /** With one more rep that an account may not go to; a pin to that rep ends. */
    Hands forbidding(SalesforceId account, SalesforceId rep) {
        var reps = new HashSet<>(forbidden.getOrDefault(account, Set.of()));
        reps.add(rep);
        var changed = new HashMap<>(forbidden);
        changed.put(account, Set.copyOf(reps));
        var left = new HashMap<>(pins);
        left.remove(account, rep);
        return new Hands(left, changed);
    }

    /** Without any choice for an account. */
    Hands releasing(SalesforceId account) {
        var left = new HashMap<>(pins);
        left.remove(account);
        var open = new HashMap<>(forbidden);
        open.remove(account);
        return new Hands(left, open);
    }
}
