package io.fairpatch.insight.land;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.config.CoverageConfig.Ramp;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.config.ScoringConfig;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that reports look at.
 *
 * @param today the last day that counts: today, or the newest close date of an old data set
 * @param entries the scored accounts, in the order of ids
 * @param territories by name
 * @param users by id
 * @param reps the users who can be given accounts
 * @param before scores of the scoring before the last, empty when there was none
 * @param unscored accounts that came since the last scoring
 * @param signals what else is known of accounts and deals
 */
public record Landscape(
        LocalDate today,
        ScoringConfig scoring,
        CoverageConfig coverage,
        PlanningConfig planning,
        List<Entry> entries,
        List<Territory> territories,
        Map<SalesforceId, OrgUser> users,
        List<Rep> reps,
        Map<SalesforceId, AccountScore> before,
        long unscored,
        Signals signals) {
    private static final Ramp FULL = new Ramp(1, null);

    public Landscape {
        entries = List.copyOf(entries);
        territories = List.copyOf(territories);
        users = Map.copyOf(users);
        reps = List.copyOf(reps);
        before = Map.copyOf(before);
    }

    public Optional<Rep> rep(@Nullable SalesforceId id) {
        return reps.stream().filter(rep -> rep.id().equals(id)).findFirst();
    }

    /** Share of a full rep's target, by ramp stage, of which each territory of one rep has its part; 0 for a vacant one. */
    public double capacity(Territory territory) {
        if (!territory.staffed()) {
            return 0;
        }
        double whole = rep(territory.rep() == null ? null : territory.rep().id())
                .map(rep -> coverage.ramp()
                        .getOrDefault(rep.rampStage().name(), FULL)
                        .capacity())
                .orElse(1.0);
        return whole * territory.part();
    }

    /** The manager's name, "no manager" without one. */
    public String manager(Territory territory) {
        OrgUser rep = territory.rep();
        if (rep == null || rep.managerId() == null) {
            return "no manager";
        }
        OrgUser manager = users.get(rep.managerId());
        return manager == null ? "no manager" : manager.name();
    }

    /** Days of tasks and events of the account and its deals, the oldest first. */
    public List<LocalDate> touches(Entry entry) {
        return signals.touches().getOrDefault(entry.account().id(), List.of());
    }

    /** Territories with an active rep. */
    public List<Territory> staffed() {
        return territories.stream().filter(Territory::staffed).toList();
    }

    /** The staffed territory of this key. */
    public Optional<Territory> staffed(String key) {
        return territories.stream()
                .filter(territory -> territory.staffed() && territory.key().equals(key))
                .findFirst();
    }
}
