package io.fairpatch.score;

import io.fairpatch.model.Account;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What comparable customers spend: a percentile of the yearly spend of the k customers nearest in size, of the same
 * industry when it has that many others, else of all. Size is the logarithm of the company's revenue, or of its employees
 * times {@value #REVENUE_PER_EMPLOYEE} a head; an account of unknown size is compared with all of its industry.
 */
final class LookAlikes {
    private static final int FEWEST = 3;
    private static final double REVENUE_PER_EMPLOYEE = 150_000;

    private final int nearest;
    private final double percentile;
    private final Map<String, Circle> byIndustry = new HashMap<>();
    private final Circle all;

    /** @param spendCents the percentile of the peers' yearly spend, 0 when there are too few */
    record Estimate(long spendCents, String peers) {}

    private record Peer(String id, double size, long spendCents) {}

    /** @param customers of an industry, by its name; every list is taken over */
    private LookAlikes(int nearest, double percentile, Map<String, List<Peer>> customers) {
        this.nearest = nearest;
        this.percentile = percentile;
        customers.forEach((industry, peers) -> byIndustry.put(industry, new Circle(peers)));
        all = new Circle(customers.values().stream().flatMap(List::stream).toList());
    }

    /** Takes customers in, one after the other. Not thread-safe. */
    static final class Gathering {
        private final Map<String, List<Peer>> customers = new HashMap<>();

        void add(Facts facts) {
            if (facts.customer() && facts.currentCents() > 0) {
                customers
                        .computeIfAbsent(facts.industry(), key -> new ArrayList<>())
                        .add(new Peer(facts.account().id().value(), size(facts.account()), facts.currentCents()));
            }
        }

        LookAlikes done(int nearest, double percentile) {
            return new LookAlikes(nearest, percentile, customers);
        }
    }

    Estimate of(Facts facts) {
        var self = new Peer(facts.account().id().value(), size(facts.account()), 0);
        Circle own = byIndustry.getOrDefault(facts.industry(), all);
        Circle circle = own.others(self) >= nearest ? own : all;
        if (circle.others(self) < FEWEST) {
            return new Estimate(0, "too few customers");
        }
        boolean sized = self.size() > 0;
        long[] spend = sized ? circle.nearest(self, nearest) : circle.nearest(self, Integer.MAX_VALUE);
        String whose = circle == all ? "customers" : "customers in " + facts.industry();
        return new Estimate(
                percentile(spend), sized ? "the " + spend.length + " " + whose + " nearest in size" : "all " + whose);
    }

    /** Nearest-rank percentile. */
    private long percentile(long[] amounts) {
        Arrays.sort(amounts);
        int rank = (int) Math.ceil(percentile * amounts.length);
        return amounts[Math.max(0, Math.min(amounts.length - 1, rank - 1))];
    }

    /** 0 when unknown. */
    private static double size(Account account) {
        Long revenue = account.companyRevenueCents();
        if (revenue != null && revenue > 0) {
            return Math.log1p(revenue / 100.0);
        }
        Integer employees = account.employees();
        return employees == null || employees <= 0 ? 0 : Math.log1p(employees * REVENUE_PER_EMPLOYEE);
    }

    /** Customers in the order of size. */
    private static final class Circle {
        private static final Comparator<Peer> ORDER =
                Comparator.comparingDouble(Peer::size).thenComparing(Peer::id);

        private final Peer[] peers;

        Circle(List<Peer> peers) {
            this.peers = peers.toArray(new Peer[0]);
            Arrays.sort(this.peers, ORDER);
        }

        int others(Peer self) {
            return peers.length - (Arrays.binarySearch(peers, self, ORDER) >= 0 ? 1 : 0);
        }

        /** The spend of the {@code most} nearest but for {@code self}. */
        long[] nearest(Peer self, int most) {
            int at = Arrays.binarySearch(peers, self, ORDER);
            int left = (at >= 0 ? at : -at - 1) - 1;
            int right = at >= 0 ? at + 1 : -at - 1;
            long[] spend = new long[Math.min(most, others(self))];
            for (int i = 0; i < spend.length; i++) {
                boolean leftwards = right >= peers.length
                        || left >= 0 && self.size() - peers[left].size() <= peers[right].size() - self.size();
                spend[i] = peers[leftwards ? left-- : right++].spendCents();
            }
            return spend;
        }
    }
}
