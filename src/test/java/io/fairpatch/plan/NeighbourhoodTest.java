package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Neighbours from points alone, and how compact books are by them. */
class NeighbourhoodTest {
    private static final int SIDE = 6;

    /** A grid near the equator, a degree apart: neighbours are above, below, left and right. */
    private static List<GeoPoint> grid() {
        var points = new ArrayList<GeoPoint>();
        for (int i = 0; i < SIDE * SIDE; i++) {
            // off the lattice by a little, so that no four points lie on one circle
            points.add(new GeoPoint(i / SIDE + 0.001 * (i * 7 % 5), i % SIDE + 0.001 * (i * 3 % 5)));
        }
        return points;
    }

    @Test
    void places_of_a_grid_touch_those_beside_them() {
        var pairs = Neighbourhood.of(grid());

        assertThat(pairs).filteredOn(pair -> isBeside(pair[0], pair[1])).hasSize(2 * SIDE * (SIDE - 1));
        assertThat(pairs).as("beside, or across a corner, and never further").allSatisfy(pair -> assertThat(
                        Math.abs(pair[0] / SIDE - pair[1] / SIDE))
                .isLessThanOrEqualTo(1));
        assertThat(Neighbourhood.of(List.of())).isEmpty();
    }

    private static boolean isBeside(int one, int other) {
        return other - one == SIDE || other - one == 1 && other % SIDE != 0;
    }

    @Test
    @Tag("D12")
    void halves_are_compact_and_a_chessboard_is_not() {
        Map<GeoPoint, SalesforceId> halves = new LinkedHashMap<>();
        Map<GeoPoint, SalesforceId> chess = new LinkedHashMap<>();
        for (int i = 0; i < SIDE * SIDE; i++) {
            halves.put(grid().get(i), StoryOrg.rep(i < SIDE * SIDE / 2 ? 1 : 2));
            chess.put(grid().get(i), StoryOrg.rep(1 + (i + i / SIDE) % 2));
        }

        assertThat(Compactness.kept(halves)).isGreaterThan(0.85);
        assertThat(Compactness.kept(chess)).isLessThan(0.3);
        assertThat(Compactness.of(List.of(), Map.of())).isEqualTo(1);
    }
}
