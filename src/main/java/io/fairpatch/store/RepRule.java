package io.fairpatch.store;

import io.fairpatch.model.Account;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which users can be given accounts. */
final class RepRule {
    private static final int NEW_MONTHS = 3;
    private static final int RAMPING_MONTHS = 9;

    private RepRule() {}

    /**
     * The active users who own an account or an opportunity, and those with a sales role who manage nobody: a joiner
     * owns nothing yet. When there are none, the active users with a manager and no reports. Only people: integration
     * and portal users are left out.
     */
    static List<Rep> reps(
            List<OrgUser> users, List<Account> accounts, List<Opportunity> opportunities, LocalDate today) {
        var owners = owners(accounts, opportunities);
        var managers = users.stream()
                .filter(OrgUser::active)
                .map(OrgUser::managerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var sellers = chosen(
                users,
                user -> owners.contains(user.id()) || user.role() != null && !managers.contains(user.id()),
                today);
        return sellers.isEmpty()
                ? chosen(users, user -> user.managerId() != null && !managers.contains(user.id()), today)
                : sellers;
    }

    private static List<Rep> chosen(List<OrgUser> users, Predicate<OrgUser> rule, LocalDate today) {
        return users.stream()
                .filter(user -> user.active() && user.standard())
                .filter(rule)
                .map(user -> rep(user, today))
                .toList();
    }

    private static Set<SalesforceId> owners(List<Account> accounts, List<Opportunity> opportunities) {
        var owners = new HashSet<SalesforceId>();
        Stream.concat(
                        accounts.stream().map(Account::ownerId),
                        opportunities.stream().map(Opportunity::ownerId))
                .filter(Objects::nonNull)
                .forEach(owners::add);
        return owners;
    }

    private static Rep rep(OrgUser user, LocalDate today) {
        return new Rep(
                user.id(),
                user.name(),
                user.email(),
                user.managerId(),
                user.active(),
                user.role(),
                rampStage(user.rampStage(), user.tenureStart(), today),
                user.languages(),
                user.clearances(),
                user.home());
    }

    /** By the org's own word, else by time in the job, else ramped. */
    static RampStage rampStage(@Nullable String stage, @Nullable LocalDate tenureStart, LocalDate today) {
        return Arrays.stream(RampStage.values())
                .filter(known -> stage != null && known.name().equalsIgnoreCase(stage.strip()))
                .findFirst()
                .orElseGet(() -> byTenure(tenureStart, today));
    }

    private static RampStage byTenure(@Nullable LocalDate start, LocalDate today) {
        if (start == null || !start.isAfter(today.minusMonths(RAMPING_MONTHS))) {
            return RampStage.RAMPED;
        }
        return start.isAfter(today.minusMonths(NEW_MONTHS)) ? RampStage.NEW : RampStage.RAMPING;
    }
}
