package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.plan.problem.Holders;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Who holds a family's accounts now, and what losing those relationships costs. */
final class Holding {
    private static final int ACTIVE_DAYS = 90;
    private static final double CUSTOMER = 1;
    private static final double ACTIVE = 0.6;
    private static final double COLD = 0.2;

    private final PlanInput input;
    private final Roster roster;

    Holding(PlanInput input, Roster roster) {
        this.input = input;
        this.roster = roster;
    }

    Holders of(List<Account> family) {
        if (input.levers().ignoreOwners()) {
            return Holders.NONE;
        }
        var bySeat = new TreeMap<Integer, long[]>();
        for (Account account : family) {
            Integer seat = roster.seat(input.currentRep().get(account.id()));
            if (seat != null) {
                long[] held = bySeat.computeIfAbsent(seat, key -> new long[2]);
                held[0]++;
                held[1] += relationship(account);
            }
        }
        if (bySeat.isEmpty()) {
            return Holders.NONE;
        }
        return new Holders(
                bySeat.keySet().stream().mapToInt(Integer::intValue).toArray(),
                bySeat.values().stream().mapToInt(held -> (int) held[0]).toArray(),
                bySeat.values().stream().mapToLong(held -> held[1]).toArray());
    }

    /** Cents lost when the account changes its rep: the relationship, and what any move costs. */
    private long relationship(Account account) {
        AccountScore score = Objects.requireNonNull(input.scores().get(account.id()));
        var goals = input.planning().goals();
        return goals.moveCents() + Math.round(goals.relationship() * score.potentialCents() * strength(account, score));
    }

    /** 1 for a customer, 0.6 with an activity in the last 90 days, else 0.2. */
    private double strength(Account account, AccountScore score) {
        if (score.customer()) {
            return CUSTOMER;
        }
        boolean active = account.lastActivity() != null
                && !account.lastActivity().isBefore(input.today().minusDays(ACTIVE_DAYS));
        return active ? ACTIVE : COLD;
    }
}
