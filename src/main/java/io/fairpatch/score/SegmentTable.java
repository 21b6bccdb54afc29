package io.fairpatch.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Closed deals by region and industry, with the industry and the whole org as parents. Not thread-safe. */
final class SegmentTable {
    /** Taken when an org has not closed a single deal: a usual rate of business to business sales. */
    private static final double UNKNOWN_WIN_RATE = 0.2;

    private final int trustedDeals;
    private final Map<Name, Integer> numbers = new HashMap<>();
    private final List<Name> names = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();
    private final Map<String, Tally> industries = new HashMap<>();
    private final Tally all = new Tally();

    private record Name(String region, String industry) {
        String words() {
            return industry + " in " + region;
        }
    }

    private record Level(String words, Tally tally) {}

    SegmentTable(int trustedDeals) {
        this.trustedDeals = trustedDeals;
    }

    /** The number of a segment; a new one when it was not seen before. */
    int number(String region, String industry) {
        return numbers.computeIfAbsent(new Name(region, industry), name -> {
            names.add(name);
            tallies.add(new Tally());
            return names.size() - 1;
        });
    }

    Tally tally(int segment) {
        return tallies.get(segment);
    }

    /** Fills the parents and answers what each segment's accounts can expect, by segment number. */
    List<WinOdds> odds() {
        for (int i = 0; i < names.size(); i++) {
            industries
                    .computeIfAbsent(names.get(i).industry(), key -> new Tally())
                    .add(tallies.get(i));
            all.add(tallies.get(i));
        }
        var odds = new ArrayList<WinOdds>();
        for (int i = 0; i < names.size(); i++) {
            odds.add(odds(names.get(i), tallies.get(i)));
        }
        return odds;
    }

    private WinOdds odds(Name name, Tally own) {
        var levels = List.of(
                new Level(name.words(), own),
                new Level(name.industry(), industries.getOrDefault(name.industry(), own)),
                new Level("all accounts", all));
        Level won = firstValued(levels);
        Level rated = firstRated(levels);
        Tally tally = rated.tally();
        if (tally.wins() > 0) {
            String note = rated == levels.get(0) ? "" : thin(name, own, rated);
            return new WinOdds(
                    tally.rate(), tally.deals(), rated.words(), won.tally().averageWonCents(), won.words(), note);
        }
        double assumed = tally.deals() == 0 ? UNKNOWN_WIN_RATE : 1.0 / (tally.deals() + 1);
        String note = tally.deals() == 0
                ? "No closed deals: a win probability of 20 % assumed"
                : "None of " + tally.deals() + " closed deals was won: one in " + (tally.deals() + 1) + " assumed";
        return new WinOdds(assumed, tally.deals(), rated.words(), won.tally().averageWonCents(), won.words(), note);
    }

    private String thin(Name name, Tally own, Level used) {
        String reason = own.deals() < trustedDeals
                ? " has " + own.deals() + " closed deals, fewer than " + trustedDeals
                : " won none of " + own.deals() + " closed deals";
        return name.words() + reason + ": the win rate of " + used.words() + " is used ("
                + used.tally().deals() + " deals)";
    }

    private Level firstRated(List<Level> levels) {
        for (Level level : levels) {
            if (level.tally().deals() >= trustedDeals && level.tally().wins() > 0) {
                return level;
            }
        }
        return levels.get(levels.size() - 1);
    }

    private Level firstValued(List<Level> levels) {
        for (Level level : levels) {
            if (level.tally().valued() >= trustedDeals) {
                return level;
            }
        }
        return levels.get(levels.size() - 1);
    }

    /** The table as shown to people, most deals first. */
    List<Segment> rows(List<WinOdds> odds) {
        var rows = new ArrayList<Segment>();
        for (int i = 0; i < names.size(); i++) {
            Tally tally = tallies.get(i);
            rows.add(new Segment(
                    names.get(i).region(),
                    names.get(i).industry(),
                    tally.deals(),
                    tally.wins(),
                    tally.rate(),
                    tally.averageWonCents(),
                    odds.get(i).basis()));
        }
        rows.sort(Comparator.comparingInt(Segment::deals)
                .reversed()
                .thenComparing(Segment::region)
                .thenComparing(Segment::industry));
        return rows;
    }
}
