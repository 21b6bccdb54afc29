package io.fairpatch.sandbox.data.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the generator planted, by the ids as given from outside: the answers that a product working on the org has to
 * find.
 *
 * @param counts how many there are of each fault
 * @param faults account ids by fault
 * @param duplicates the repeated account's id by the id of the one that repeats it
 * @param families member ids by the id of the parent
 * @param surging accounts whose staff grew by 40 % or more in the year
 * @param inactiveReps users who left
 * @param bookShares by rep: the share of a fair book it was given, before chance; a ramped rep's fair book is about 1
 * @param winRates true share of closed deals that are won, by region, then industry; reps win alike,
 *     so that what one wins more than another comes from the accounts
 */
public record Truth(
        int accounts,
        int reps,
        long seed,
        String today,
        Map<String, Integer> counts,
        Map<String, List<String>> faults,
        Map<String, String> duplicates,
        Map<String, List<String>> families,
        List<String> namedAccounts,
        List<String> surging,
        List<String> inactiveReps,
        Map<String, Double> bookShares,
        Map<String, Map<String, Double>> winRates) {

    static Truth of(World world) {
        var planted = new Planted();
        world.accounts().forEach(planted::add);
        var counts = new TreeMap<String, Integer>();
        planted.faults.forEach((fault, ids) -> counts.put(fault, ids.size()));
        GeneratorConfig config = world.config();
        return new Truth(
                config.accounts(),
                config.reps(),
                config.seed(),
                config.today().toString(),
                counts,
                planted.faults,
                planted.duplicates,
                planted.families,
                planted.named,
                surging(world),
                left(world),
                shares(world),
                rates(world));
    }

    /** Filled account by account. */
    private static final class Planted {
        private final Map<String, List<String>> faults = new TreeMap<>();
        private final Map<String, String> duplicates = new TreeMap<>();
        private final Map<String, List<String>> families = new TreeMap<>();
        private final List<String> named = new ArrayList<>();

        Planted() {
            for (Fault fault : Fault.values()) {
                faults.put(fault.name(), new ArrayList<>());
            }
        }

        void add(Draft account) {
            account.faults().forEach(fault -> put(faults, fault.name(), account.id()));
            if (account.original() != null) {
                duplicates.put(account.id(), Draft.id(account.original()));
            }
            if (account.parent() != null) {
                put(families, Draft.id(account.parent()), account.id());
            }
            if (account.named()) {
                named.add(account.id());
            }
        }

        private static void put(Map<String, List<String>> lists, String key, String id) {
            lists.computeIfAbsent(key, absent -> new ArrayList<>()).add(id);
        }
    }

    /** Writes it as JSON. */
    public void write(Path file) {
        try {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_INVALID, "The file of planted facts (" + file + ") cannot be written.")
                    .because(String.valueOf(e.getMessage()))
                    .maybe("choose a folder that exists and may be written to.")
                    .exception(e);
        }
    }

    private static List<String> surging(World world) {
        return world.accounts()
                .filter(account -> AccountTable.surges(world, account))
                .map(Draft::id)
                .toList();
    }

    private static List<String> left(World world) {
        return world.staff().sellers().stream()
                .filter(seller -> !seller.active())
                .map(Seller::id)
                .toList();
    }

    private static Map<String, Double> shares(World world) {
        var shares = new TreeMap<String, Double>();
        world.staff().reps().forEach(rep -> shares.put(rep.id(), rep.shareOfBook()));
        return shares;
    }

    private static Map<String, Map<String, Double>> rates(World world) {
        var rates = new TreeMap<String, Map<String, Double>>();
        for (Region region : Region.values()) {
            var byIndustry = new TreeMap<String, Double>();
            for (Industry industry : Industry.values()) {
                byIndustry.put(industry.label, world.market().winRate(region, industry));
            }
            rates.put(region.name(), byIndustry);
        }
        return rates;
    }
}
