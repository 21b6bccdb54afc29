package io.fairpatch.score;

import io.fairpatch.config.ScoringConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Grade;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import io.fairpatch.score.SegmentTable.Odds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores every account by the rule model and says how much money is attainable. Stateless and thread-safe. */
public final class Scorer {
    private final ScoringConfig config;
    private final Industries industries;
    private final Sorting sorting;
    private final Profiles profiles;
    private final ProspectModel prospects;
    private final CustomerModel customers;

    public Scorer(ScoringConfig config) {
        this.config = config;
        this.industries = new Industries(config);
        this.sorting = new Sorting(config.segments());
        this.profiles = new Profiles(sorting);
        this.prospects = new ProspectModel(config);
        this.customers = new CustomerModel(config.customer());
    }

    /**
     * Scores all accounts.
     *
     * @param opportunities open ones are passed over, as are those of other accounts
     * @param windowEnd last day that counts: today, or the newest close date of an old data set
     */
    public ScoreResult score(List<Account> accounts, List<Opportunity> opportunities, LocalDate windowEnd) {
        var table = new SegmentTable(config.potential().trustedDeals());
        var segmentOf = new int[accounts.size()];
        for (int i = 0; i < segmentOf.length; i++) {
            Account account = accounts.get(i);
            segmentOf[i] = table.number(Region.of(account), industries.name(account.industry()));
        }
        var history = DealHistory.gather(
                accounts,
                segmentOf,
                table,
                opportunities,
                windowEnd,
                config.potential().windowMonths());
        var estimates = table.estimates();
        var book = new Book(windowEnd, segmentOf, table.odds(estimates));
        return new ScoreResult(scores(accounts, history, book), SegmentTable.rows(estimates), windowEnd);
    }

    /** What every account is scored with. */
    private record Book(LocalDate today, int[] segmentOf, List<Odds> odds) {
        Odds odds(int position) {
            return odds.get(segmentOf[position]);
        }
    }

    private Map<SalesforceId, AccountScore> scores(List<Account> accounts, DealHistory history, Book book) {
        var facts = new ArrayList<Facts>(accounts.size());
        for (int i = 0; i < accounts.size(); i++) {
            facts.add(facts(accounts.get(i), history, i));
        }
        var rule = config.potential();
        var lookAlikes = new LookAlikes(facts, rule.nearest(), rule.expansionPercentile());
        var potentials = new PotentialModel(lookAlikes, new SizeScale(facts));
        var scores = new HashMap<SalesforceId, AccountScore>(facts.size() * 2);
        for (int i = 0; i < facts.size(); i++) {
            AccountScore score = score(facts.get(i), book.odds(i), potentials, book.today());
            scores.put(score.account(), score);
        }
        return scores;
    }

    private Facts facts(Account account, DealHistory history, int position) {
        Long mapped = account.currentRevenueCents();
        long current = Math.max(0, mapped != null ? mapped : history.wonLastYear(position));
        boolean customer = history.wonInWindow(position) || current > 0 || saysCustomer(account.type());
        String industry = industries.name(account.industry());
        return new Facts(
                account,
                customer,
                Region.of(account),
                industry,
                industries.isTarget(industry),
                sorting.size(account),
                current,
                mapped == null && current > 0,
                history.wonLastYear(position),
                spendGrowth(history, position));
    }

    private static boolean saysCustomer(@Nullable String type) {
        if (type == null) {
            return false;
        }
        String words = type.toLowerCase(Locale.ROOT);
        return words.contains("customer") && !words.contains("former") && !words.contains("prospect");
    }

    private static @Nullable Double spendGrowth(DealHistory history, int position) {
        long before = history.wonYearBefore(position);
        return before <= 0 ? null : (double) (history.wonLastYear(position) - before) / before;
    }

    private AccountScore score(Facts facts, Odds odds, PotentialModel potentials, LocalDate today) {
        var parts = new Parts();
        var expansion = potentials.expansion(facts);
        if (facts.customer()) {
            customers.score(facts, expansion.cents(), expansion.estimated(), sorting.surge(facts), parts);
        } else {
            prospects.score(facts, parts);
        }
        var potential = potentials.of(facts, expansion, odds.chance());
        var assumptions = new ArrayList<>(parts.assumptions());
        assumptions.addAll(potential.assumptions());
        if (!odds.note().isEmpty()) {
            assumptions.add(odds.note());
        }
        return new AccountScore(
                facts.account().id(),
                facts.customer(),
                parts.score(),
                tier(parts.score()),
                grade(parts.score()),
                parts.reasons(),
                potential.cents(),
                odds.chance().probability(),
                odds.chance().deals(),
                potential.reasons(),
                assumptions,
                profiles.of(facts, expansion, potential.cents(), odds.chance(), today));
    }

    private Tier tier(double score) {
        return score >= config.tiers().one()
                ? Tier.ONE
                : score >= config.tiers().two() ? Tier.TWO : Tier.THREE;
    }

    private Grade grade(double score) {
        return switch (tier(score)) {
            case ONE -> Grade.A;
            case TWO -> Grade.B;
            case THREE -> Grade.C;
        };
    }
}
