package io.fairpatch.model;

import org.jspecify.annotations.Nullable;

/**
 * What was derived of an account when it was scored: where it belongs and who should cover it. Money in cents a year.
 *
 * @param growthShare yearly growth as a share, null when unknown
 * @param surge why the account counts as surging, null when it does not
 * @param churnCause why the risk is what it is; empty for a prospect
 * @param currentCents what it spends with us a year
 * @param expansionCents how much more it could spend, before win probability
 * @param expansionEstimated whether {@code expansionCents} comes from look-alikes
 * @param dimensions the four views of an account
 */
public record AccountProfile(
        String region,
        String industry,
        SizeClass size,
        ValueBand value,
        GrowthBand growth,
        @Nullable Double growthShare,
        @Nullable String surge,
        ChurnRisk churn,
        String churnCause,
        long currentCents,
        long expansionCents,
        boolean expansionEstimated,
        Dimensions dimensions,
        Play play,
        WinChance chance) {
    /** Each 0 to 100; churn: 100 is the highest risk. */
    public record Dimensions(double revenue, double growth, double strategic, double churn) {}

    /** For a score that was kept before profiles were. */
    public static final AccountProfile UNKNOWN = new AccountProfile(
            "",
            "",
            SizeClass.UNKNOWN,
            ValueBand.SMB,
            GrowthBand.STEADY,
            null,
            null,
            ChurnRisk.LOW,
            "",
            0,
            0,
            false,
            new Dimensions(0, 50, 0, 0),
            new Play("", "", Play.Agent.REP),
            new WinChance(0, 0, 1, 0, 0, "", 0));

    public boolean surging() {
        return surge != null;
    }
}
