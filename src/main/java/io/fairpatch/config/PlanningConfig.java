package io.fairpatch.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code planning.yml}: goals with weights, and hard rules, kept apart.
 *
 * @param bands by measure (potential, workload): allowed share either side of the target, 0.09 is +-9 %
 * @param steps deterministic budget of the search, null for the default of the problem's size
 */
public record PlanningConfig(
        Map<String, Double> bands, Goals goals, HardRules rules, List<String> protectedReps, @Nullable Integer steps) {
    public PlanningConfig {
        bands = Map.copyOf(bands);
        protectedReps = List.copyOf(protectedReps);
        bands.forEach((measure, band) -> Checks.between("bands." + measure, band, 0.001, 10));
    }

    /**
     * What is traded off, in money, so that goals compare.
     *
     * @param travelPerKm cents a kilometre and visit
     * @param relationship share of an account's potential that a lost relationship costs, at full strength
     * @param fit cents a point of fit between rep and account
     */
    public record Goals(double travelPerKm, double relationship, double fit) {
        public Goals {
            Checks.between("goals.travelPerKm", travelPerKm, 0, 1e6);
            Checks.between("goals.relationship", relationship, 0, 10);
            Checks.between("goals.fit", fit, 0, 1e9);
        }
    }

    /**
     * What is never broken.
     *
     * @param maxMovedShare most accounts that may move, as a share of all in scope; 1 is no limit
     */
    public record HardRules(
            boolean namedAccountsStay,
            boolean familiesStayTogether,
            boolean language,
            boolean compliance,
            double maxMovedShare) {
        public HardRules {
            Checks.between("rules.maxMovedShare", maxMovedShare, 0, 1);
        }
    }
}
