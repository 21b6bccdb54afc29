package io.fairpatch.plan;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people chose on the board, kept whenever the rest is planned again.
 *
 * @param pins by account: the rep it goes to
 * @param forbidden by account: reps it may not go to
 * @throws FairpatchException PLAN_INPUT when an account is to go to a rep it may not go to
 */
public record Hands(Map<SalesforceId, SalesforceId> pins, Map<SalesforceId, Set<SalesforceId>> forbidden) {
    /** No choice. */
    public static final Hands NONE = new Hands(Map.of(), Map.of());

    public Hands {
        // in one order, so that the same choices do the same
        pins = Collections.unmodifiableMap(new TreeMap<>(pins));
        forbidden = Collections.unmodifiableMap(new TreeMap<>(forbidden));
        var kept = forbidden;
        pins.forEach((account, rep) -> {
            if (kept.getOrDefault(account, Set.of()).contains(rep)) {
                throw Problem.of(ErrorCode.PLAN_INPUT, "Two choices for the account " + account + " contradict")
                        .because("it is to go to the rep " + rep + ", and it may not go to the same rep")
                        .maybe("take one of the two back")
                        .exception();
            }
        });
    }

    /** Accounts that something was chosen for. */
    public int count() {
        var accounts = new HashSet<>(pins.keySet());
        accounts.addAll(forbidden.keySet());
        return accounts.size();
    }

    /** With an account at a rep, whatever was chosen for it before; that it may not go to that rep ends. */
    Hands pinning(SalesforceId account, SalesforceId rep) {
        var changed = new HashMap<>(pins);
        changed.put(account, rep);
        var open = new HashMap<>(forbidden);
        open.computeIfPresent(account, (key, reps) -> without(reps, rep));
        return new Hands(changed, open);
    }

    private static @Nullable Set<SalesforceId> without(Set<SalesforceId> reps, SalesforceId rep) {
        var left = new HashSet<>(reps);
        left.remove(rep);
        return left.isEmpty() ? null : left;
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
