package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.GeoPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * Where the territories of a map drawn from scratch have their centres, and who gets which: centres by Lloyd's iteration
 * on the accounts' places weighted by potential (k-means++ seeds), then a matching of reps to centres that costs least in
 * distance from home and in potential of accounts given up (Kuhn-Munkres). Who has a home on record travels from there all
 * the same: the centre stands in for it only where there is none, or an office of several. Deterministic for a seed.
 */
final class Carving {
    private static final int ROUNDS = 12;
    private static final int MOST_PLACES = 20_000;
    /** A kilometre from home weighs as much as this share of the mean target. */
    private static final double KILOMETRE = 0.0005;

    private final PlanInput input;
    private final Roster roster;
    private final List<Account> placed = new ArrayList<>();
    private final List<Integer> seats = new ArrayList<>();

    Carving(PlanInput input, Roster roster, List<Account> accounts) {
        this.input = input;
        this.roster = roster;
        int stride = 1 + accounts.size() / MOST_PLACES;
        for (int i = 0; i < accounts.size(); i += stride) {
            if (accounts.get(i).place() != null) {
                placed.add(accounts.get(i));
            }
        }
        for (int seat = 0; seat < roster.size(); seat++) {
            if (!roster.isOpen(seat)) {
                seats.add(seat);
            }
        }
    }

    /** By seat: home, else the centre of the territory the rep is matched to; empty when no account has a place. */
    Map<Integer, GeoPoint> centres(Map<Integer, GeoPoint> homes) {
        if (placed.isEmpty() || Homes.areKnown(roster)) {
            return homes;
        }
        List<GeoPoint> centres = seeds();
        int[] nearest = nearest(centres);
        for (int round = 0; round < ROUNDS; round++) {
            centres = moved(centres, nearest);
            nearest = nearest(centres);
        }
        return matched(centres, nearest, homes);
    }

    private double weight(int account) {
        AccountScore score =
                Objects.requireNonNull(input.scores().get(placed.get(account).id()));
        return 1 + score.potentialCents();
    }

    private GeoPoint place(int account) {
        return Objects.requireNonNull(placed.get(account).place());
    }

    private List<GeoPoint> seeds() {
        var random = new SplittableRandom(input.seed());
        var seeds = new ArrayList<GeoPoint>();
        double[] away = new double[placed.size()];
        Arrays.fill(away, 1);
        while (seeds.size() < seats.size()) {
            GeoPoint next = place(drawn(away, random));
            seeds.add(next);
            for (int i = 0; i < away.length; i++) {
                double km = place(i).kilometresTo(next);
                away[i] = seeds.size() == 1 ? km * km : Math.min(away[i], km * km);
            }
        }
        return seeds;
    }

    private int drawn(double[] away, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < away.length; i++) {
            sum += away[i] * weight(i);
        }
        double at = random.nextDouble() * sum;
        for (int i = 0; i < away.length; i++) {
            at -= away[i] * weight(i);
            if (at < 0) {
                return i;
            }
        }
        return random.nextInt(away.length);
    }

    private int[] nearest(List<GeoPoint> centres) {
        return placed.parallelStream()
                .mapToInt(account -> nearest(account, centres))
                .toArray();
    }

    private static int nearest(Account account, List<GeoPoint> centres) {
        GeoPoint place = Objects.requireNonNull(account.place());
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.size(); c++) {
            double km = place.kilometresTo(centres.get(c));
            if (km < least) {
                least = km;
                nearest = c;
            }
        }
        return nearest;
    }

    private List<GeoPoint> moved(List<GeoPoint> centres, int[] nearest) {
        var sums = new Centre[centres.size()];
        for (int i = 0; i < nearest.length; i++) {
            sums[nearest[i]] = sums[nearest[i]] == null ? new Centre() : sums[nearest[i]];
            sums[nearest[i]].add(place(i), weight(i));
        }
        var moved = new ArrayList<GeoPoint>();
        for (int c = 0; c < sums.length; c++) {
            GeoPoint point = sums[c] == null ? null : sums[c].point();
            moved.add(point == null ? centres.get(c) : point);
        }
        return moved;
    }

    private Map<Integer, GeoPoint> matched(List<GeoPoint> centres, int[] nearest, Map<Integer, GeoPoint> homes) {
        double[][] kept = new double[roster.size()][centres.size()];
        double total = 0;
        for (int i = 0; i < nearest.length; i++) {
            Integer seat = roster.seat(input.currentRep().get(placed.get(i).id()));
            total += weight(i);
            if (seat != null) {
                kept[seat][nearest[i]] += weight(i);
            }
        }
        var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        Set<Integer> territories = new HashSet<>();
        seats.forEach(graph::addVertex);
        for (int c = 0; c < centres.size(); c++) {
            territories.add(territory(c));
            graph.addVertex(territory(c));
            for (int seat : seats) {
                GeoPoint home = homes.get(seat);
                double km = home == null ? 0 : home.kilometresTo(centres.get(c));
                double weight = total + km * KILOMETRE * total / seats.size() - kept[seat][c];
                graph.setEdgeWeight(graph.addEdge(seat, territory(c)), weight);
            }
        }
        return taken(graph, territories, centres, homes);
    }

    /** A vertex beside the seats', which are 0 and up. */
    private static int territory(int centre) {
        return -1 - centre;
    }

    private Map<Integer, GeoPoint> taken(
            SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph,
            Set<Integer> territories,
            List<GeoPoint> centres,
            Map<Integer, GeoPoint> homes) {
        var matching = new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, new HashSet<>(seats), territories)
                .getMatching();
        var places = new HashMap<>(homes);
        for (DefaultWeightedEdge edge : matching.getEdges()) {
            int one = graph.getEdgeSource(edge);
            int other = graph.getEdgeTarget(edge);
            int seat = Math.max(one, other);
            if (!Homes.isKnown(roster, seat)) {
                places.put(seat, centres.get(-1 - Math.min(one, other)));
            }
        }
        return places;
    }
}
