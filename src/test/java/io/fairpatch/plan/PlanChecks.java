package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Account;
import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** What must hold of every plan. */
final class PlanChecks {
    private PlanChecks() {}

    static void everyAccountHasAnActiveRep(PlanInput input, Plan plan) {
        var active = new HashSet<SalesforceId>();
        input.reps().stream().filter(rep -> rep.active()).forEach(rep -> active.add(rep.id()));
        assertThat(plan.rep()).hasSameSizeAs(input.accounts());
        assertThat(active).containsAll(plan.rep().values());
    }

    static void namedAccountsStay(PlanInput input, Plan plan) {
        var active = new HashSet<SalesforceId>();
        input.reps().stream().filter(rep -> rep.active()).forEach(rep -> active.add(rep.id()));
        for (Account account : input.accounts()) {
            SalesforceId rep = input.currentRep().get(account.id());
            if (account.namedAccount() && rep != null && active.contains(rep)) {
                assertThat(plan.rep().get(account.id())).isEqualTo(rep);
            }
        }
    }

    static void movesAreExactlyTheChanges(PlanInput input, Plan plan) {
        Map<SalesforceId, SalesforceId> changed = new HashMap<>(plan.rep());
        input.currentRep().forEach(changed::remove);
        Map<SalesforceId, SalesforceId> moved = new HashMap<>();
        plan.moves().forEach(move -> moved.put(move.account(), move.to()));
        assertThat(moved).isEqualTo(changed);
    }

    /** What binds has one price, so no two sentences name the same end of the same thing. */
    static void bindingsAreToldApart(Plan plan) {
        assertThat(plan.bindings())
                .isNotEmpty()
                .extracting(binding -> binding.sentence().replaceFirst(" binds: .*", ""))
                .doesNotHaveDuplicates();
    }

    static void reasonsAddUp(Plan plan) {
        for (PlannedMove move : plan.moves()) {
            BigDecimal sum = move.reasons().stream()
                    .map(Reason::points)
                    .map(BigDecimal::valueOf)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(move.worth()));
            assertThat(move.reasons()).isNotEmpty();
            assertThat(move.headline()).isNotBlank();
            assertThat(move.crmReason()).isNotBlank().hasSizeLessThanOrEqualTo(255);
        }
    }
}
