package io.fairpatch.web.view;

import java.util.List;
import java.util.Locale;

/**
 * One rep's territory: for the rep, or as a sheet to print.
 *
 * @param letter the change in plain words
 * @param first accounts to touch first
 * @param changes what came and what left, all of it, while the letter names the first ones
 * @param path where feedback is posted; empty on a sheet
 */
public record TerritoryPage(
        Shell shell,
        String sentence,
        String territory,
        String rep,
        List<Fact> facts,
        List<String> letter,
        List<Account> first,
        List<Account> accounts,
        List<Change> changes,
        List<String> notes,
        List<Place> places,
        String path,
        String back) {
    public TerritoryPage {
        facts = List.copyOf(facts);
        letter = List.copyOf(letter);
        first = List.copyOf(first);
        accounts = List.copyOf(accounts);
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
        places = List.copyOf(places);
    }

    /** An account that came or left. */
    public record Change(String account, String what, String why) {}

    /** Where an account is, in degrees. */
    public record Place(String name, double latitude, double longitude) {
        private static final double WIDTH = 1000;

        /** Web Mercator on a world 1000 wide, as the outlines are drawn. */
        public double x() {
            return (longitude + 180) / 360 * WIDTH;
        }

        /** From the north downwards. */
        public double y() {
            double held = Math.toRadians(Math.max(-85, Math.min(85, latitude)));
            return (1 - Math.log(Math.tan(Math.PI / 4 + held / 2)) / Math.PI) / 2 * WIDTH;
        }
    }

    /** The part of the map that holds all places, with room around them. */
    public String viewBox() {
        var x = places.stream().mapToDouble(Place::x).summaryStatistics();
        var y = places.stream().mapToDouble(Place::y).summaryStatistics();
        double width = Math.max(30, (x.getMax() - x.getMin()) * 1.2);
        double height = Math.max(18, (y.getMax() - y.getMin()) * 1.2);
        return String.format(
                Locale.ROOT,
                "%.2f %.2f %.2f %.2f",
                (x.getMax() + x.getMin() - width) / 2,
                (y.getMax() + y.getMin() - height) / 2,
                width,
                height);
    }

    /** The size of a dot in the picture's own units. */
    public String dot() {
        var x = places.stream().mapToDouble(Place::x).summaryStatistics();
        return String.format(Locale.ROOT, "%.3f", Math.max(30, (x.getMax() - x.getMin()) * 1.2) / 120);
    }

    /**
     * One of the rep's own accounts.
     *
     * @param revenue what it spends with us a year, "-" when unknown
     */
    public record Account(
            String id,
            String name,
            String tier,
            String score,
            String revenue,
            long potentialCents,
            int openDeals,
            String last) {}
}
