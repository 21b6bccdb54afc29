package io.fairpatch.sandbox.data.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a company is and is worth; money in dollars.
 *
 * @param spend what it spends with us a year, null for a prospect
 * @param expansion how much more it could spend, null when nobody said
 */
record Profile(
        Segment segment,
        Industry industry,
        int employees,
        long revenue,
        @Nullable Long spend,
        @Nullable Long expansion) {
    private static final double CUSTOMERS = 0.35;
    private static final double MOST_SPEND = 900_000;
    /** Members of a family count together, so each is smaller. */
    private static final List<Double> MOST_SPEND_IN_FAMILY = List.of(250_000.0, 120_000.0);

    private static final double PROSPECT_WORTH = 0.25;

    boolean customer() {
        return spend != null;
    }

    static Profile draw(Dice dice, double scale) {
        return draw(dice, Segment.draw(dice), Industry.draw(dice), MOST_SPEND * scale);
    }

    /** @param head whether it is the family's parent company */
    static Profile drawMember(Dice dice, Industry industry, boolean head, double scale) {
        return draw(dice, Segment.draw(dice), industry, MOST_SPEND_IN_FAMILY.get(head ? 0 : 1) * scale);
    }

    private static Profile draw(Dice dice, Segment segment, Industry industry, double mostSpend) {
        int employees = (int) Math.round(dice.logNormal(segment.medianEmployees, segment.employeesSigma));
        employees = Math.max(segment.fewestEmployees, Math.min(segment.mostEmployees, employees));
        long revenue = roundTo(1_000, employees * dice.logNormal(82_000, 0.04));
        boolean customer = dice.chance(CUSTOMERS);
        double worth = Math.min(mostSpend, dice.logNormal(segment.medianSpend, 0.9));
        boolean known = dice.chance(customer ? 0.8 : 0.35);
        double more = Math.min(1.5 * worth, worth * dice.logNormal(0.5, 0.8));
        Long spend = customer ? (Long) roundTo(100, worth) : null;
        return new Profile(segment, industry, employees, revenue, spend, known ? (Long) roundTo(500, more) : null);
    }

    /** Roughly what the account is worth to a book, so that books can be made unequal on purpose. */
    double worth() {
        double now = spend == null ? PROSPECT_WORTH * segment.medianDeal : spend;
        return now + PROSPECT_WORTH * (expansion == null ? 0.5 * now : expansion);
    }

    private static long roundTo(long unit, double value) {
        return Math.max(unit, Math.round(value / unit) * unit);
    }
}
