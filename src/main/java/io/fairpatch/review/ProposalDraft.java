package io.fairpatch.review;

import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Plan;
import io.fairpatch.plan.PlanInput;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a proposal is made of.
 *
 * @param snapshot number of the snapshot that {@code input} was read from
 * @param effective the day written as the assigned date
 * @param guards by account: what the fields under {@code guards:} of the write policy hold in the snapshot; an account
 *     that is absent has them all empty
 * @param userNames by user of the org: the name, for those who lead reps
 * @param openDeals by account: deals not closed; an account that is absent has none
 */
public record ProposalDraft(
        SalesforceId org,
        long snapshot,
        Plan plan,
        PlanInput input,
        MappingConfig mapping,
        WritePolicyConfig policy,
        LocalDate effective,
        Map<SalesforceId, FieldValues> guards,
        Map<SalesforceId, OpenDeals> openDeals,
        Map<SalesforceId, String> userNames) {
    public ProposalDraft {
        userNames = Map.copyOf(userNames);
        guards = Map.copyOf(guards);
        openDeals = Map.copyOf(openDeals);
        if (guards.isEmpty() && !policy.guards().isEmpty()) {
            throw new IllegalArgumentException("The guards " + policy.guards()
                    + " of the write policy need the snapshot's values, or every account would look changed");
        }
    }

    /** A draft that knows of no open deals. */
    public ProposalDraft(
            SalesforceId org,
            long snapshot,
            Plan plan,
            PlanInput input,
            MappingConfig mapping,
            WritePolicyConfig policy,
            LocalDate effective,
            Map<SalesforceId, FieldValues> guards) {
        this(org, snapshot, plan, input, mapping, policy, effective, guards, Map.of(), Map.of());
    }

    /** The account's deals that are not closed. */
    OpenDeals openDeals(SalesforceId account) {
        return openDeals.getOrDefault(account, OpenDeals.NONE);
    }

    /** Whether the proposal moves so much that it is a redesign. */
    boolean redesign() {
        return policy.deciding().redesign(plan.moves().size(), plan.rep().size());
    }
}
