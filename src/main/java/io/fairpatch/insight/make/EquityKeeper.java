package io.fairpatch.insight.make;

import io.fairpatch.insight.land.EquityRecord;
import io.fairpatch.insight.land.EquityRecords;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Landscapes;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Puts on record how territories stand after a scoring. */
@Singleton
public class EquityKeeper {
    private final Landscapes landscapes;
    private final EquityRecords records;

    public EquityKeeper(Landscapes landscapes, EquityRecords records) {
        this.landscapes = landscapes;
        this.records = records;
    }

    /** @param scoreRun the last scoring */
    public void keep(SalesforceId org, long scoreRun) {
        records.keep(org, lines(landscapes.of(org), scoreRun));
    }

    static List<EquityRecord> lines(Landscape land, long scoreRun) {
        var quarter = Quarters.last(land, 1).get(0);
        return Rollup.of(land, Settings.of(List.of(Rollup.BY), Map.of())).stream()
                .map(rollup -> new EquityRecord(
                        scoreRun,
                        land.today(),
                        rollup.key(),
                        rollup.name(),
                        rollup.rep(),
                        rollup.accounts().size(),
                        rollup.potential(),
                        rollup.capacity(),
                        rollup.territories().stream()
                                .mapToLong(territory -> territory.inTier(Tier.ONE))
                                .sum(),
                        rollup.quotaCents(),
                        rollup.territories().stream().mapToLong(quarter::won).sum()))
                .toList();
    }
}
