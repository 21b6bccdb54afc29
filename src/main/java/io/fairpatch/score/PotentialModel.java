package io.fairpatch.score;

import io.fairpatch.model.Account;
import io.fairpatch.model.Decimals;
import io.fairpatch.model.Money;
import io.fairpatch.model.Reason;
import io.fairpatch.model.WinChance;
import java.util.ArrayList;
import java.util.List;

/**
 * Attainable money a year. A customer's: current revenue + expansion x win probability. A prospect's: its expansion,
 * where the org holds one, else the average won value of its segment scaled by the company's size, x win probability.
 */
final class PotentialModel {
    private final LookAlikes lookAlikes;
    private final SizeScale sizes;

    PotentialModel(LookAlikes lookAlikes, SizeScale sizes) {
        this.lookAlikes = lookAlikes;
        this.sizes = sizes;
    }

    /** @param estimated whether the amount comes from look-alikes */
    record Expansion(long cents, boolean estimated, String source) {}

    /** The parts add up to {@code cents}. */
    record Potential(long cents, List<Reason> reasons, List<String> assumptions) {}

    Expansion expansion(Facts facts) {
        Long known = facts.account().expansionCents();
        if (known != null) {
            return new Expansion(Math.max(0, known), false, "from the org");
        }
        if (!facts.customer()) {
            return new Expansion(0, false, "unknown");
        }
        LookAlikes.Estimate estimate = lookAlikes.of(facts);
        long room = Math.max(0, estimate.spendCents() - facts.currentCents());
        return new Expansion(room, true, "estimated from what " + estimate.peers() + " spend");
    }

    Potential of(Facts facts, Expansion expansion, WinChance odds) {
        long gain = Math.round(expansion.cents() * odds.probability());
        if (facts.currentCents() + gain <= 0) {
            return newBusiness(facts, odds);
        }
        var reasons = new ArrayList<Reason>();
        var assumptions = new ArrayList<String>();
        if (facts.customer()) {
            reasons.add(new Reason(
                    "current revenue",
                    "Spends " + Money.words(facts.currentCents()) + " a year",
                    facts.currentCents()));
        }
        reasons.add(new Reason(
                "expansion",
                "Expansion of " + Money.words(expansion.cents()) + " (" + expansion.source() + ") x win probability "
                        + percent(odds.probability()),
                gain));
        if (facts.currentFromDeals()) {
            assumptions.add("Current revenue unknown: amounts won in the last 12 months taken");
        }
        if (expansion.estimated()) {
            assumptions.add("Expansion unknown: " + expansion.source());
        }
        return new Potential((facts.customer() ? facts.currentCents() : 0) + gain, reasons, assumptions);
    }

    private Potential newBusiness(Facts facts, WinChance odds) {
        Account account = facts.account();
        if (odds.wonCents() == 0) {
            long value = sizes.guessCents(account);
            long cents = Math.max(1, Math.round(value * odds.probability()));
            String how = SizeScale.sizeKnown(account) ? "a share of the company's size" : "the average of the others";
            String sentence = "A contract of " + Money.words(value) + " (" + how + ") x win probability "
                    + percent(odds.probability());
            return new Potential(
                    cents,
                    List.of(new Reason("new business", sentence, cents)),
                    List.of("No won amounts: " + how + " assumed"));
        }
        return scaled(account, odds);
    }

    private Potential scaled(Account account, WinChance odds) {
        double factor = sizes.factor(account);
        long average = Math.round(odds.wonCents() * odds.probability());
        long cents = Math.max(1, Math.round(odds.wonCents() * odds.probability() * factor));
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason(
                "new business",
                "Average won value of " + Money.words(odds.wonCents()) + " (" + odds.basis() + ") x win probability "
                        + percent(odds.probability()),
                average));
        if (cents != average) {
            String sentence = "Company size: " + Decimals.fixed(factor, 2) + " times the average deal";
            reasons.add(new Reason("company size", sentence, cents - average));
        }
        List<String> assumptions =
                SizeScale.sizeKnown(account) ? List.of() : List.of("Company size unknown: an average deal assumed");
        return new Potential(cents, reasons, assumptions);
    }

    private static String percent(double share) {
        return Decimals.fixed(100 * share, 1) + " %";
    }
}
