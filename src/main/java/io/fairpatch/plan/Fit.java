package io.fairpatch.plan;

import io.fairpatch.config.PlanningConfig.Policies;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SizeClass;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much worse than the best seat each seat fits an account, in points. A point is a per cent of win rate in the
 * account's industry; a wish counts 10, and where the map is drawn by industry or size, being at home there 50. Alike
 * accounts share a row.
 */
final class Fit {
    private static final double WISH = 10;
    private static final double HARD = 10;
    private static final double TOP = 1.1;
    private static final double HARD_ODDS = 0.2;

    private final PlanInput input;
    private final Roster roster;
    private final Homelands homelands;
    private final Map<Kind, double[]> rows = new HashMap<>();

    /** What accounts that fit everybody alike have in common. */
    private record Kind(String industry, @Nullable String state, SizeClass size, boolean hard) {}

    Fit(PlanInput input, Roster roster) {
        this.input = input;
        this.roster = roster;
        this.homelands = new Homelands(input, roster);
    }

    /** By seat: points worse than the best seat, 0 for the best. */
    double[] worse(Account account) {
        AccountScore score = Objects.requireNonNull(input.scores().get(account.id()));
        var kind = new Kind(
                industry(account, score), account.state(), score.profile().size(), hard(score));
        return rows.computeIfAbsent(kind, this::row);
    }

    /** Whether the account is hard to win, in the experiment that parts skill from territory. */
    static boolean hard(AccountScore score) {
        return !score.customer() && score.winProbability() < HARD_ODDS;
    }

    /** Whether the experiment takes this rep for one of the best. */
    static boolean top(RepProfile profile) {
        Double attainment = profile.attainment();
        return attainment != null && attainment >= TOP;
    }

    /** The industry of the score, else of the org, else empty. */
    static String industry(Account account, AccountScore score) {
        String known = score.profile().industry();
        return known.isEmpty() && account.industry() != null ? account.industry() : known;
    }

    private double[] row(Kind kind) {
        double mean = meanRate(kind.industry());
        double[] points = new double[roster.size()];
        double best = Double.NEGATIVE_INFINITY;
        for (int seat = 0; seat < points.length; seat++) {
            points[seat] = points(kind, seat, mean);
            best = Math.max(best, points[seat]);
        }
        for (int seat = 0; seat < points.length; seat++) {
            points[seat] = best - points[seat];
        }
        return points;
    }

    private double meanRate(String industry) {
        return input.profiles().values().stream()
                .map(profile -> profile.winRates().get(industry))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private double points(Kind kind, int seat, double mean) {
        var rep = roster.rep(seat);
        RepProfile profile = input.profiles().getOrDefault(rep.id(), RepProfile.UNKNOWN);
        Policies policies = input.planning().policies();
        double points = 100 * profile.winRates().getOrDefault(kind.industry(), mean);
        points += profile.wants(kind.industry(), kind.state()) ? WISH : 0;
        points += policies.topRepsInHardTerritories() && top(profile) && kind.hard() ? HARD : 0;
        return points + homelands.points(seat, kind.industry(), kind.size());
    }
}
