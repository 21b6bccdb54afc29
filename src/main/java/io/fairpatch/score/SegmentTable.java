package io.fairpatch.score;

import io.fairpatch.model.Counts;
import io.fairpatch.model.DealSums;
import io.fairpatch.model.WinChance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Closed deals by industry and region within it. Not thread-safe. */
final class SegmentTable {
    private final int trustedDeals;
    private final DealCells cells = new DealCells();

    SegmentTable(int trustedDeals) {
        this.trustedDeals = trustedDeals;
    }

    /**
     * What the accounts of a segment can expect.
     *
     * @param note what was assumed, empty when nothing was
     */
    record Odds(WinChance chance, String note) {}

    /** The number of a segment; a new one when it was not seen before. */
    int number(String region, String industry) {
        return cells.cell(List.of(industry, region));
    }

    void add(int segment, DealSums sums) {
        cells.add(segment, sums);
    }

    List<CellEstimate> estimates() {
        return cells.estimates();
    }

    /** What each segment's accounts can expect, by segment number. */
    List<Odds> odds(List<CellEstimate> estimates) {
        var odds = new ArrayList<Odds>(estimates.size());
        for (CellEstimate own : estimates) {
            CellEstimate parent = own.parent() < 0 ? own : estimates.get(own.parent());
            var rate = own.rate();
            var chance = new WinChance(
                    rate.mean(),
                    rate.low(),
                    rate.high(),
                    (int) own.deals(),
                    rate.ownShare(),
                    words(own.path()),
                    own.wonCents());
            odds.add(new Odds(chance, note(own, parent, estimates.get(0))));
        }
        return odds;
    }

    private String note(CellEstimate own, CellEstimate parent, CellEstimate whole) {
        if (whole.deals() == 0) {
            return "No closed deals: a win probability of 20 % assumed";
        }
        if (whole.wins() == 0) {
            return "None of " + whole.deals() + " closed deals was won: one in " + (whole.deals() + 1) + " assumed";
        }
        if (!own.thin(trustedDeals) || own.path().isEmpty()) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%s has %s, fewer than %d: its win rate leans %.0f %% on that of %s (%s)",
                words(own.path()),
                Counts.of(own.deals(), "closed deal", "closed deals"),
                trustedDeals,
                100 * (1 - own.rate().ownShare()),
                words(parent.path()),
                Counts.of(parent.deals(), "deal", "deals"));
    }

    static String words(List<String> path) {
        return switch (path.size()) {
            case 0 -> "all accounts";
            case 1 -> path.get(0);
            default -> path.get(0) + " in " + path.get(1);
        };
    }

    /** The table as shown to people, most deals first. */
    static List<Segment> rows(List<CellEstimate> estimates) {
        return estimates.stream()
                .filter(cell -> cell.path().size() == 2)
                .map(cell -> new Segment(cell.path().get(1), cell.path().get(0), cell))
                .sorted(Comparator.comparingLong(
                                (Segment segment) -> segment.estimate().deals())
                        .reversed()
                        .thenComparing(Segment::region)
                        .thenComparing(Segment::industry))
                .toList();
    }
}
