package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Products that a customer does not have yet, worth what its peers spend on them: the share of the customers of its
 * industry who have the product x what those have spent on average. Prospects are left out: all of theirs is new business.
 */
final class ProductSpace {
    private final Landscape land;
    private final TreeSet<String> products = new TreeSet<>();
    /** By industry, by product. */
    private final Map<String, Map<String, Peers>> peers = new HashMap<>();

    /** @param share of the customers of an industry who have a product */
    private record Peers(double share, double averageCents) {}

    /** A product that an account does not have yet. */
    record Opening(String product, double share, double averageCents) {
        /** Cents. */
        long worth() {
            return Math.round(share * averageCents);
        }
    }

    ProductSpace(Landscape land) {
        this.land = land;
        land.signals().sold().values().forEach(sold -> products.addAll(sold.keySet()));
        customers(land)
                .collect(Collectors.groupingBy(entry -> entry.profile().industry(), TreeMap::new, Collectors.toList()))
                .forEach((industry, customers) -> peers.put(industry, peers(customers)));
    }

    private static Stream<Entry> customers(Landscape land) {
        return land.entries().stream().filter(entry -> entry.score().customer());
    }

    private Map<String, Peers> peers(List<Entry> customers) {
        var found = new HashMap<String, Peers>();
        for (String product : products) {
            var spent = customers.stream()
                    .map(entry -> sold(entry).get(product))
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .summaryStatistics();
            if (spent.getCount() > 0) {
                found.put(product, new Peers((double) spent.getCount() / customers.size(), spent.getAverage()));
            }
        }
        return found;
    }

    /** All that were ever sold, by name. */
    TreeSet<String> products() {
        return products;
    }

    /** What a customer spent on each product, cents. */
    Map<String, Long> sold(Entry entry) {
        return land.signals().sold().getOrDefault(entry.account().id(), Map.of());
    }

    /** What a customer could still buy, the most first. */
    List<Opening> openings(Entry entry) {
        if (!entry.score().customer()) {
            return List.of();
        }
        return peers.getOrDefault(entry.profile().industry(), Map.of()).entrySet().stream()
                .filter(product -> !sold(entry).containsKey(product.getKey()))
                .map(product -> new Opening(
                        product.getKey(),
                        product.getValue().share(),
                        product.getValue().averageCents()))
                .sorted(Comparator.comparingLong(Opening::worth).reversed().thenComparing(Opening::product))
                .toList();
    }

    /** Customers without a product, with what it would be worth to them. */
    Map<Entry, Opening> lacking(String product) {
        var lacking = new HashMap<Entry, Opening>();
        customers(land).forEach(entry -> openings(entry).stream()
                .filter(opening -> opening.product().equals(product))
                .forEach(opening -> lacking.put(entry, opening)));
        return lacking;
    }
}
