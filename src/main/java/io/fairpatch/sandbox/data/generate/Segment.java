package io.fairpatch.sandbox.data.generate;

/** Size classes by a company's own revenue: above $10M, $1M to $10M, below $1M. Money in dollars. */
enum Segment {
    ENTERPRISE(0.20, 420, 1.1, 125, 60_000, 300_000, 90_000, 150),
    MID_MARKET(0.40, 48, 0.6, 13, 115, 40_000, 15_000, 75),
    SMB(0.40, 6, 0.5, 2, 11, 6_000, 3_000, 30);

    private static final double[] CUMULATIVE = Market.cumulative(values(), segment -> segment.share);

    final double share;
    final int medianEmployees;
    final double employeesSigma;
    final int fewestEmployees;
    final int mostEmployees;
    /** What a customer spends with us a year. */
    final int medianSpend;
    /** A deal with a prospect. */
    final int medianDeal;

    final int cycleDays;

    Segment(
            double share,
            int medianEmployees,
            double employeesSigma,
            int fewestEmployees,
            int mostEmployees,
            int medianSpend,
            int medianDeal,
            int cycleDays) {
        this.share = share;
        this.medianEmployees = medianEmployees;
        this.employeesSigma = employeesSigma;
        this.fewestEmployees = fewestEmployees;
        this.mostEmployees = mostEmployees;
        this.medianSpend = medianSpend;
        this.medianDeal = medianDeal;
        this.cycleDays = cycleDays;
    }

    static Segment draw(Dice dice) {
        return values()[dice.index(CUMULATIVE)];
    }
}
