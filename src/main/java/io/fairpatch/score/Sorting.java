package io.fairpatch.score;

import io.fairpatch.config.SegmentRules;
import io.fairpatch.config.SegmentRules.Cuts;
import io.fairpatch.model.Account;
import io.fairpatch.model.ChurnRisk;
import io.fairpatch.model.Decimals;
import io.fairpatch.model.GrowthBand;
import io.fairpatch.model.Play;
import io.fairpatch.model.Play.Agent;
import io.fairpatch.model.SizeClass;
import io.fairpatch.model.ValueBand;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Size class, value band, growth, surge, churn risk and play of an account, by {@link SegmentRules}. */
final class Sorting {
    private static final long ENTERPRISE_EMPLOYEES = 500;
    private static final long MID_MARKET_EMPLOYEES = 50;

    private final SegmentRules rules;
    private final Map<ValueBand, Map<GrowthBand, Play>> plays;

    Sorting(SegmentRules rules) {
        this.rules = rules;
        this.plays = rules.matrix();
    }

    /** A risk and where it comes from. */
    record Risk(ChurnRisk level, String cause) {}

    /** By the company's revenue; by its employees where that is unknown. */
    SizeClass size(Account account) {
        Long revenue = account.companyRevenueCents();
        if (revenue != null && revenue > 0) {
            return switch (band(rules.size(), revenue)) {
                case ENTERPRISE -> SizeClass.ENTERPRISE;
                case MID_MARKET -> SizeClass.MID_MARKET;
                case SMB -> SizeClass.SMB;
            };
        }
        Integer employees = account.employees();
        if (employees == null || employees <= 0) {
            return SizeClass.UNKNOWN;
        }
        return employees >= ENTERPRISE_EMPLOYEES
                ? SizeClass.ENTERPRISE
                : employees >= MID_MARKET_EMPLOYEES ? SizeClass.MID_MARKET : SizeClass.SMB;
    }

    /** @param cents what a customer spends, or a prospect's potential */
    ValueBand value(long cents) {
        return band(rules.value(), cents);
    }

    private static ValueBand band(Cuts cuts, long cents) {
        double money = cents / 100.0;
        return money > cuts.enterprise()
                ? ValueBand.ENTERPRISE
                : money >= cuts.midMarket() ? ValueBand.MID_MARKET : ValueBand.SMB;
    }

    /** Growth of its staff, else of what it buys, else null. */
    static @Nullable Double growth(Facts facts) {
        Double headcount = facts.account().headcountGrowth();
        return headcount != null ? headcount : facts.spendGrowth();
    }

    GrowthBand growthBand(@Nullable Double growth) {
        if (growth == null) {
            return GrowthBand.STEADY;
        }
        return growth >= rules.growth().high()
                ? GrowthBand.HIGH
                : growth < rules.growth().low() ? GrowthBand.LOW : GrowthBand.STEADY;
    }

    /** Which part of the surge rule holds, null when none does. */
    @Nullable
    String surge(Facts facts) {
        Double headcount = facts.account().headcountGrowth();
        if (headcount != null && headcount >= rules.surge().headcountGrowth()) {
            return "staff grew " + percent(headcount) + " in a year, at least "
                    + percent(rules.surge().headcountGrowth());
        }
        Double spend = facts.spendGrowth();
        if (spend != null
                && spend >= rules.surge().spendGrowth()
                && facts.wonLastYear() >= 100 * rules.surge().leastSpend()) {
            return "won amounts grew " + percent(spend) + " over the year before, at least "
                    + percent(rules.surge().spendGrowth());
        }
        return null;
    }

    /** The org's own word, else by silence and falling purchases. A prospect cannot leave. */
    Risk churn(Facts facts, LocalDate today) {
        if (!facts.customer()) {
            return new Risk(ChurnRisk.LOW, "");
        }
        return ChurnRisk.of(facts.account().churnRisk())
                .map(known -> new Risk(known, "says the org"))
                .orElseGet(() -> derived(facts, today));
    }

    private Risk derived(Facts facts, LocalDate today) {
        LocalDate last = facts.account().lastActivity();
        long idle = last == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(last, today);
        boolean quiet = idle > rules.churn().quietDays();
        String silence = last == null ? "no contact on record" : "no contact for " + idle + " days";
        Double spend = facts.spendGrowth();
        if (spend != null && spend <= rules.churn().spendGrowth()) {
            String fall = "won amounts changed " + percent(spend);
            return quiet ? new Risk(ChurnRisk.HIGH, silence + ", " + fall) : new Risk(ChurnRisk.MEDIUM, fall);
        }
        return quiet ? new Risk(ChurnRisk.MEDIUM, silence) : new Risk(ChurnRisk.LOW, "recent contact, no fall");
    }

    /** @param expansionCents known or estimated */
    Play play(Facts facts, ValueBand value, GrowthBand growth, ChurnRisk churn, long expansionCents) {
        boolean little = expansionCents <= rules.rescue().mostExpansion() * facts.currentCents();
        if (facts.customer() && value == ValueBand.ENTERPRISE && churn == ChurnRisk.HIGH && little) {
            return new Play(rules.rescue().role(), rules.rescue().strategy(), Agent.CUSTOMER_SUCCESS);
        }
        return plays.getOrDefault(value, Map.of()).getOrDefault(growth, new Play("", "", Agent.REP));
    }

    static String percent(double share) {
        return Decimals.change(share);
    }
}
