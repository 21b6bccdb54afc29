package io.fairpatch.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What comparable customers spend: a percentile of the spend of customers of the same industry and size class; of the
 * same size class when those are fewer than three; of all when those are, too.
 */
final class LookAlikes {
    private static final int FEWEST = 3;

    private final Map<Peers, Long> spend = new HashMap<>();

    private record Peers(String industry, SizeClass size) {}

    /** @param spendCents the percentile of the peers' yearly spend */
    record Estimate(long spendCents, String peers) {}

    LookAlikes(List<Facts> accounts, double percentile) {
        var groups = new HashMap<Peers, List<Long>>();
        for (Facts facts : accounts) {
            if (facts.customer() && facts.currentCents() > 0) {
                for (Peers peers : circles(facts)) {
                    groups.computeIfAbsent(peers, key -> new ArrayList<>()).add(facts.currentCents());
                }
            }
        }
        groups.forEach((peers, amounts) -> {
            if (amounts.size() >= FEWEST) {
                spend.put(peers, percentile(amounts, percentile));
            }
        });
    }

    private static List<Peers> circles(Facts facts) {
        return List.of(
                new Peers(facts.industry(), facts.size()),
                new Peers("", facts.size()),
                new Peers("", SizeClass.UNKNOWN));
    }

    Estimate of(Facts facts) {
        for (Peers peers : circles(facts)) {
            Long amount = spend.get(peers);
            if (amount != null) {
                return new Estimate(amount, words(peers));
            }
        }
        return new Estimate(0, "too few customers");
    }

    private static String words(Peers peers) {
        if (!peers.industry().isEmpty()) {
            return peers.size().words() + " customers in " + peers.industry();
        }
        return peers.size() == SizeClass.UNKNOWN
                ? "all customers"
                : peers.size().words() + " customers";
    }

    /** Nearest-rank percentile. */
    private static long percentile(List<Long> amounts, double share) {
        long[] sorted = amounts.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length - 1, rank - 1))];
    }
}
