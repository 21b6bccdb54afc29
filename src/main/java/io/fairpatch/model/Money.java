package io.fairpatch.model;

/** Whole cents of the org's currency, said in words. */
public final class Money {
    private Money() {}

    /** An amount as people say it, without a currency sign: 950, 12,400, 1.25M, 3.1B. */
    public static String words(double cents) {
        double amount = cents / 100;
        double size = Math.abs(amount);
        if (size >= 999_500_000) {
            return Decimals.fixed(amount / 1e9, 2) + "B";
        }
        if (size >= 999_500) {
            return Decimals.fixed(amount / 1e6, 2) + "M";
        }
        return Decimals.fixed(amount, 0);
    }
}
