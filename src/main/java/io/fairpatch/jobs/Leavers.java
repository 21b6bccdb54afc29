package io.fairpatch.jobs;

import io.fairpatch.model.Account;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People who had accounts and work no more: what was theirs moves because they left, not because nobody ever had it. */
final class Leavers {
    private final Map<SalesforceId, OrgUser> users;

    Leavers(Collection<OrgUser> users) {
        this.users = users.stream()
                .filter(user -> !user.active() && user.standard())
                .collect(Collectors.toMap(OrgUser::id, Function.identity()));
    }

    /** Adds to {@code current} whose an account was, the territory's rep before the owner, where nobody who works has it. */
    void complete(Map<SalesforceId, SalesforceId> current, List<Account> accounts) {
        for (Account account : accounts) {
            if (!current.containsKey(account.id())) {
                former(account).ifPresent(rep -> current.put(account.id(), rep));
            }
        }
    }

    private Optional<SalesforceId> former(Account account) {
        return Stream.of(Optional.ofNullable(account.territory().rep()), Optional.ofNullable(account.ownerId()))
                .flatMap(Optional::stream)
                .filter(users::containsKey)
                .findFirst();
    }

    /** Those reps, and the leavers whose accounts {@code current} names. */
    List<Rep> with(List<Rep> reps, Map<SalesforceId, SalesforceId> current) {
        Stream<Rep> left = new HashSet<>(current.values())
                .stream()
                        .map(users::get)
                        .filter(Objects::nonNull)
                        .map(Leavers::rep)
                        .sorted(Comparator.comparing(Rep::id));
        return Stream.concat(reps.stream(), left).toList();
    }

    private static Rep rep(OrgUser user) {
        return new Rep(
                user.id(),
                user.name(),
                user.email(),
                user.managerId(),
                false,
                user.role(),
                RampStage.RAMPED,
                user.languages(),
                user.clearances(),
                user.home());
    }
}
