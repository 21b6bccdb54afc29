package io.fairpatch.score;

import io.fairpatch.config.ScoringConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.DealSums;
import io.fairpatch.model.Grade;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import io.fairpatch.score.SegmentTable.Odds;
import io.fairpatch.score.WinModel.Asked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
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
     * Scores all accounts in memory, by the rules.
     *
     * @param opportunities open ones are passed over, as are those of other accounts
     * @param windowEnd last day that counts: today, or the newest close date of an old data set
     */
    public ScoreResult score(List<Account> accounts, List<Opportunity> opportunities, LocalDate windowEnd) {
        var scores = new HashMap<SalesforceId, AccountScore>(accounts.size() * 2);
        var source = ScoreSource.of(
                accounts, opportunities, windowEnd, config.potential().windowMonths());
        var segments = score(source, windowEnd, WinModel.RULES, score -> scores.put(score.account(), score));
        return new ScoreResult(scores, segments, windowEnd);
    }

    /**
     * Scores all accounts of a source, one after the other.
     *
     * @param wins who says how likely a deal is won
     * @param each takes every score, in the order of the source
     * @return win rates by region and industry, most deals first
     */
    public List<Segment> score(ScoreSource source, LocalDate windowEnd, WinModel wins, Consumer<AccountScore> each) {
        var table = new SegmentTable(config.potential().trustedDeals());
        var customers = new LookAlikes.Gathering();
        var sizes = new SizeScale.Gathering();
        source.each((account, deals) -> {
            Facts facts = facts(account, deals);
            table.add(table.number(facts.region(), facts.industry()), deals);
            customers.add(facts);
            sizes.add(facts);
        });
        var estimates = table.estimates();
        var odds = table.odds(estimates);
        var rule = config.potential();
        var potentials = new PotentialModel(customers.done(rule.nearest(), rule.expansionPercentile()), sizes.done());
        source.each((account, deals) -> {
            Facts facts = facts(account, deals);
            Odds own = odds.get(table.number(facts.region(), facts.industry()));
            var chance = wins.chance(asked(facts), own.chance());
            each.accept(score(facts, new Odds(chance, own.note()), potentials, windowEnd));
        });
        return SegmentTable.rows(estimates);
    }

    /** What is asked of a {@link WinModel} about an account. */
    public Asked asked(Account account) {
        return asked(facts(account, DealSums.NONE));
    }

    private static Asked asked(Facts facts) {
        return new Asked(
                facts.account(), facts.size(), facts.targetIndustry(), List.of(facts.industry(), facts.region()));
    }

    private Facts facts(Account account, DealSums deals) {
        Long mapped = account.currentRevenueCents();
        long current = Math.max(0, mapped != null ? mapped : deals.wonLastYear());
        boolean customer = deals.wins() > 0 || current > 0 || saysCustomer(account.type());
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
                deals.wonLastYear(),
                spendGrowth(deals));
    }

    private static boolean saysCustomer(@Nullable String type) {
        if (type == null) {
            return false;
        }
        String words = type.toLowerCase(Locale.ROOT);
        return words.contains("customer") && !words.contains("former") && !words.contains("prospect");
    }

    private static @Nullable Double spendGrowth(DealSums deals) {
        long before = deals.wonYearBefore();
        return before <= 0 ? null : (double) (deals.wonLastYear() - before) / before;
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
