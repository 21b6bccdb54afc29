package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.model.GeoPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where accounts are and how they are covered, in dots of half a degree.
 *
 * @param totals by status, of all accounts, placed or not
 * @param unplaced accounts without a known place
 */
public record PlaceDots(List<Dot> dots, List<Total> totals, long unplaced) {
    private static final double A_DEGREE = 2;

    public PlaceDots {
        dots = List.copyOf(dots);
        totals = List.copyOf(totals);
    }

    /** Accounts of one status at about one place; money in cents a year. */
    public record Dot(GeoPoint place, String status, long accounts, long potentialCents) {}

    /** All accounts of one status. */
    public record Total(String status, long accounts, long potentialCents) {}

    private record Cell(long latitude, long longitude, CoverageStatus status) implements Comparable<Cell> {
        static Cell of(Entry entry, GeoPoint place, Landscape land) {
            return new Cell(
                    Math.round(A_DEGREE * place.latitude()),
                    Math.round(A_DEGREE * place.longitude()),
                    CoverageStatus.of(entry, land.today()));
        }

        @Override
        public int compareTo(Cell other) {
            int first = Long.compare(latitude, other.latitude);
            int second = first != 0 ? first : Long.compare(longitude, other.longitude);
            return second != 0 ? second : status.compareTo(other.status);
        }
    }

    public static PlaceDots of(Landscape land) {
        var placed = land.entries().stream()
                .filter(entry -> entry.account().place() != null)
                .toList();
        Map<Cell, List<Entry>> cells = placed.stream()
                .collect(Collectors.groupingBy(
                        entry -> Cell.of(
                                entry, Objects.requireNonNull(entry.account().place()), land),
                        TreeMap::new,
                        Collectors.toList()));
        return new PlaceDots(
                cells.entrySet().stream()
                        .map(cell -> new Dot(
                                new GeoPoint(
                                        cell.getKey().latitude() / A_DEGREE,
                                        cell.getKey().longitude() / A_DEGREE),
                                cell.getKey().status().words(),
                                cell.getValue().size(),
                                potential(cell.getValue())))
                        .toList(),
                totals(land),
                land.entries().size() - placed.size());
    }

    private static List<Total> totals(Landscape land) {
        return Arrays.stream(CoverageStatus.values())
                .map(status -> {
                    var of = land.entries().stream()
                            .filter(entry -> CoverageStatus.of(entry, land.today()) == status)
                            .toList();
                    return new Total(status.words(), of.size(), potential(of));
                })
                .toList();
    }

    private static long potential(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::potential).sum();
    }
}
