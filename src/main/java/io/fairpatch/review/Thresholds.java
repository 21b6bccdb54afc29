package io.fairpatch.review;

import io.fairpatch.config.DecidingConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.PlannedMove;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pure: how many people must approve a proposal as a whole. */
final class Thresholds {
    private Thresholds() {}

    static int approvals(ProposalDraft draft) {
        Set<SalesforceId> moving =
                draft.plan().moves().stream().map(PlannedMove::account).collect(Collectors.toSet());
        long cents = draft.input().scores().values().stream()
                .filter(score -> moving.contains(score.account()))
                .mapToLong(AccountScore::potentialCents)
                .sum();
        long named = draft.input().accounts().stream()
                .filter(account -> account.namedAccount() && moving.contains(account.id()))
                .map(Account::id)
                .count();
        return draft.policy().approvals()
                + further(draft.policy().deciding().furtherApproval(), moving.size(), cents, named);
    }

    /** 1 when any threshold is passed, else 0. */
    static int further(DecidingConfig.Thresholds thresholds, long moves, long cents, long named) {
        boolean passed = over(moves, thresholds.moves())
                || over(cents, thresholds.potential() == null ? null : thresholds.potential() * 100)
                || over(named, thresholds.protectedAccounts());
        return passed ? 1 : 0;
    }

    private static boolean over(long value, @Nullable Number limit) {
        return limit != null && value > limit.longValue();
    }
}
