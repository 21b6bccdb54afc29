package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.plan.Travel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hours that accounts take in a year: visits, other work, and the way there and back. */
final class Workload {
    private static final double MINUTES = 60;

    private final Landscape land;
    private final Travel travel;

    Workload(Landscape land) {
        this.land = land;
        this.travel = new Travel(land.coverage(), land.planning().goals());
    }

    double hours(Territory territory) {
        GeoPoint home = home(territory);
        return territory.accounts().stream()
                .mapToDouble(entry -> hours(entry, home))
                .sum();
    }

    /** Of these, on the way. */
    double travelHours(Territory territory) {
        GeoPoint home = home(territory);
        return territory.accounts().stream()
                .mapToDouble(entry -> hours(entry, home) - hours(entry, null))
                .sum();
    }

    /** What each account takes, in the order of the book. */
    List<Work> work(Territory territory) {
        GeoPoint home = home(territory);
        return territory.accounts().stream()
                .map(entry -> new Work(entry, hours(entry, home), hours(entry, home) - hours(entry, null)))
                .toList();
    }

    /** Hours of one account a year. */
    record Work(Entry entry, double hours, double travel) {}

    /** Working hours a year, by ramp stage. */
    double available(Territory territory) {
        return land.coverage().workingHours() * land.capacity(territory);
    }

    /** Hours for each unit of capacity. */
    double perCapacity(Territory territory) {
        double capacity = land.capacity(territory);
        return capacity == 0 ? 0 : hours(territory) / capacity;
    }

    private double hours(Entry entry, @Nullable GeoPoint home) {
        double kilometres =
                home == null ? 0 : Travel.kilometres(home, entry.account().place());
        return travel.minutes(entry.score(), kilometres) / MINUTES;
    }

    /** Where the rep works from, else the middle of the book; who sells from inside does not travel. */
    private @Nullable GeoPoint home(Territory territory) {
        var rep = territory.rep();
        var inside = land.planning().policies().insideRoles();
        if (rep != null && rep.role() != null && inside.contains(rep.role())) {
            return null;
        }
        if (rep != null && rep.home() != null) {
            return rep.home();
        }
        var places = territory.accounts().stream()
                .map(entry -> entry.account().place())
                .filter(Objects::nonNull)
                .toList();
        if (places.isEmpty()) {
            return null;
        }
        return new GeoPoint(
                places.stream().mapToDouble(GeoPoint::latitude).average().orElse(0),
                places.stream().mapToDouble(GeoPoint::longitude).average().orElse(0));
    }
}
