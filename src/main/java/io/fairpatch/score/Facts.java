package io.fairpatch.score;

import io.fairpatch.model.Account;
import io.fairpatch.model.SizeClass;
import org.jspecify.annotations.Nullable;

/**
 * An account with what was derived of it.
 *
 * @param industry our name of its industry, {@link Industries#UNKNOWN} when it has none
 * @param currentCents what it spends with us a year
 * @param currentFromDeals whether {@code currentCents} comes from won deals, for want of a field
 * @param wonLastYear won in the last 12 months, cents
 * @param spendGrowth growth of won amounts over the year before, null without a year before
 */
record Facts(
        Account account,
        boolean customer,
        String region,
        String industry,
        boolean targetIndustry,
        SizeClass size,
        long currentCents,
        boolean currentFromDeals,
        long wonLastYear,
        @Nullable Double spendGrowth) {}
