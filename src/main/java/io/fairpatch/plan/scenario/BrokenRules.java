package io.fairpatch.plan.scenario;

import io.fairpatch.config.PlanningConfig.HardRules;
import io.fairpatch.model.Account;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Exemption;
import io.fairpatch.plan.Plan;
import io.fairpatch.plan.PlanInput;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts on the finished plan, apart from the planner, which accounts break a rule that is never to be broken. */
final class BrokenRules {
    private final PlanInput input;
    private final Map<SalesforceId, SalesforceId> places;
    private final Map<SalesforceId, Rep> reps;
    private final HardRules rules;
    private final Set<SalesforceId> exempt;

    BrokenRules(PlanInput input, Plan plan) {
        this.input = input;
        this.places = plan.rep();
        this.exempt = plan.exemptions().stream().map(Exemption::account).collect(Collectors.toSet());
        this.reps = input.reps().stream().collect(Collectors.toMap(Rep::id, Function.identity()));
        this.rules = input.planning().rules();
    }

    int count() {
        return (int) input.accounts().stream().filter(this::isBroken).count();
    }

    private boolean isBroken(Account account) {
        Rep rep = reps.get(places.get(account.id()));
        return rep == null
                || !rep.active()
                || leftNamed(account, rep)
                || !isLeftToPeople(account, rep) && !meets(account, rep);
    }

    /** Exempt accounts count all the same when they are moved. */
    private boolean isLeftToPeople(Account account, Rep rep) {
        return exempt.contains(account.id())
                && rep.id().equals(input.currentRep().get(account.id()));
    }

    private boolean meets(Account account, Rep rep) {
        return (!rules.language() || speaks(rep, account.language()))
                && (!rules.compliance() || rep.clearances().containsAll(account.compliance()));
    }

    private boolean leftNamed(Account account, Rep rep) {
        SalesforceId now = input.currentRep().get(account.id());
        Rep holder = now == null ? null : reps.get(now);
        return rules.namedAccountsStay()
                && account.namedAccount()
                && holder != null
                && holder.active()
                && !holder.id().equals(rep.id());
    }

    private static boolean speaks(Rep rep, @Nullable String language) {
        return language == null
                || rep.languages().isEmpty()
                || rep.languages().stream().anyMatch(language::equalsIgnoreCase);
    }
}
