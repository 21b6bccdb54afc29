package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.model.Tier;
import java.util.List;
import java.util.Map;

/** How far territory planning has come, by what the org's data shows. */
enum Maturity {
    AD_HOC("ad hoc", "give every account an active owner and write territories on them"),
    BASIC("basic", "balance by potential instead of by count or by map"),
    STRUCTURED("structured", "bring quotas to 70 to 80 % of potential and cover the best accounts first"),
    STRATEGIC("strategic", "keep reviewing each quarter");

    private static final double OWNED = 0.98;
    private static final double COVERED = 0.8;

    private final String words;
    private final String next;

    Maturity(String words, String next) {
        this.words = words;
        this.next = next;
    }

    String words() {
        return words;
    }

    String next() {
        return next;
    }

    /**
     * Basic: territories are written and 98 % of accounts have an active owner. Structured: also no rebalancing is needed.
     * Strategic: also most quotas lie in their band and 80 % of tier 1 had contact within 90 days.
     */
    static Maturity of(Landscape land) {
        var entries = land.entries();
        boolean written = land.territories().stream().anyMatch(Territory::written);
        long held = entries.stream().filter(entry -> entry.held()).count();
        if (!written || held < OWNED * entries.size()) {
            return AD_HOC;
        }
        var fairness = Fairness.of(Rollup.of(land, Settings.of(List.of(Rollup.BY), Map.of())));
        if (fairness.rebalance()) {
            return BASIC;
        }
        return quotasFit(land) && topCovered(land) ? STRATEGIC : STRUCTURED;
    }

    private static boolean quotasFit(Landscape land) {
        long fitting = land.staffed().stream()
                .filter(territory -> QuotaReport.verdict(QuotaReport.quota(territory), territory.potential())
                        .equals("in band"))
                .count();
        return 2 * fitting > land.staffed().size();
    }

    private static boolean topCovered(Landscape land) {
        var top = land.entries().stream()
                .filter(entry -> entry.score().tier() == Tier.ONE)
                .toList();
        long covered = top.stream()
                .filter(entry -> {
                    var status = CoverageStatus.of(entry, land.today());
                    return status == CoverageStatus.ACTIVE || status == CoverageStatus.AT_RISK;
                })
                .count();
        return covered >= COVERED * top.size();
    }
}
