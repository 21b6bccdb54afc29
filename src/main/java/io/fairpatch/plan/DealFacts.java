package io.fairpatch.plan;

import io.fairpatch.config.PlanningConfig.HardRules;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What deals say to a planner: what reps are good at, and which accounts had better stay for now. One use. */
public final class DealFacts {
    /** Deals' worth of the team's rate that a rep's own rate is shrunk by. */
    private static final double PRIOR_DEALS = 10;

    private static final int MONTHS = 24;
    private static final int YEAR_MONTHS = 12;

    private final Map<SalesforceId, String> industries = new HashMap<>();
    private final Map<String, Tally> team = new HashMap<>();
    private final Map<Cell, Tally> own = new HashMap<>();
    private final Map<SalesforceId, Long> wonCents = new HashMap<>();
    private final List<Opportunity> deals;
    private final LocalDate today;

    /** @param today the day from which deals are looked back at: wins count over 24 months, quota over 12 */
    public DealFacts(
            List<Account> accounts, Map<SalesforceId, AccountScore> scores, List<Opportunity> deals, LocalDate today) {
        this.deals = List.copyOf(deals);
        this.today = today;
        for (Account account : accounts) {
            AccountScore score = scores.get(account.id());
            if (score != null) {
                industries.put(account.id(), Fit.industry(account, score));
            }
        }
    }

    /** Won and all closed deals. */
    private static final class Tally {
        private int won;
        private int closed;

        private void add(boolean isWon) {
            won += isWon ? 1 : 0;
            closed++;
        }

        private double rate(double prior) {
            return (won + PRIOR_DEALS * prior) / (closed + PRIOR_DEALS);
        }
    }

    private record Cell(SalesforceId rep, String industry) {}

    /**
     * By rep: win rates by industry, shrunk towards the team's, what the rep knows well by the skills of the user, and
     * attainment where a quota is known.
     */
    public Map<SalesforceId, RepProfile> profiles(List<Rep> reps, List<OrgUser> users) {
        var quotas = new HashMap<SalesforceId, Long>();
        var skills = new HashMap<SalesforceId, Set<String>>();
        users.forEach(user -> {
            quotas.put(user.id(), user.quotaCents() == null ? 0 : user.quotaCents());
            skills.put(user.id(), user.skills());
        });
        tally();
        var profiles = new HashMap<SalesforceId, RepProfile>();
        for (Rep rep : reps) {
            var rates = new HashMap<String, Double>();
            team.forEach((industry, all) -> rates.put(industry, rate(rep.id(), industry, all)));
            Double attained = attained(wonCents.getOrDefault(rep.id(), 0L), quotas.getOrDefault(rep.id(), 0L));
            profiles.put(rep.id(), new RepProfile(rates, skills.getOrDefault(rep.id(), Set.of()), attained));
        }
        return profiles;
    }

    private double rate(SalesforceId rep, String industry, Tally all) {
        Tally mine = own.getOrDefault(new Cell(rep, industry), new Tally());
        return mine.rate((double) all.won / all.closed);
    }

    private void tally() {
        for (Opportunity deal : deals) {
            String industry = deal.accountId() == null ? null : industries.get(deal.accountId());
            SalesforceId rep = deal.ownerId();
            boolean counts = deal.closed() && !deal.closeDate().isBefore(today.minusMonths(MONTHS));
            if (!counts || industry == null || rep == null) {
                continue;
            }
            team.computeIfAbsent(industry, key -> new Tally()).add(deal.won());
            own.computeIfAbsent(new Cell(rep, industry), key -> new Tally()).add(deal.won());
            Long amount = deal.amountCents();
            if (deal.won() && amount != null && deal.closeDate().isAfter(today.minusMonths(YEAR_MONTHS))) {
                wonCents.merge(rep, amount, Long::sum);
            }
        }
    }

    private static @Nullable Double attained(long won, long quota) {
        return quota <= 0 ? null : won / (double) quota;
    }

    /** By account: until when it stays, for an open late-stage deal that should close within the days of the rules. */
    public Map<SalesforceId, LocalDate> held(HardRules rules) {
        var held = new HashMap<SalesforceId, LocalDate>();
        int days = rules.holdDays() == null ? 0 : rules.holdDays();
        List<String> late = rules.lateStages() == null ? List.of() : rules.lateStages();
        for (Opportunity deal : deals) {
            SalesforceId account = deal.accountId();
            boolean soon = !deal.closeDate().isBefore(today) && deal.closeDate().isBefore(today.plusDays(days));
            if (!deal.closed() && account != null && soon && late.contains(deal.stage())) {
                held.merge(account, deal.closeDate(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return held;
    }
}
