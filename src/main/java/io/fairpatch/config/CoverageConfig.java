package io.fairpatch.config;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code coverage.yml}: how accounts are covered. Defined before lines are drawn: planning refuses without it.
 *
 * @param preset the capacity preset in force, a key of {@code presets}
 * @param ramp by ramp stage name (NEW, RAMPING, RAMPED, SENIOR)
 * @param hoursPerYear a full rep's hours with accounts; null is {@value #USUAL_HOURS}
 * @param models how each segment is covered; none where the file has none
 */
public record CoverageConfig(
        String preset,
        Map<String, Preset> presets,
        Map<String, Ramp> ramp,
        List<Visits> visits,
        @Nullable Double hoursPerYear,
        @Nullable List<CoverageModel> models) {
    private static final double USUAL_HOURS = 1_600;

    public CoverageConfig {
        hoursPerYear = hoursPerYear == null ? USUAL_HOURS : hoursPerYear;
        models = models == null ? List.of() : List.copyOf(models);
        presets = Map.copyOf(presets);
        ramp = Map.copyOf(ramp);
        visits = List.copyOf(visits);
        Judgement.visits(visits);
        Judgement.models(models);
        Checks.that(
                presets.containsKey(preset),
                "The preset (" + preset + ") must be one of " + new TreeSet<>(presets.keySet()));
    }

    /** Coverage without models. */
    public CoverageConfig(String preset, Map<String, Preset> presets, Map<String, Ramp> ramp, List<Visits> visits) {
        this(preset, presets, ramp, visits, null, null);
    }

    /** Hours that a full rep has for accounts in a year. */
    public double workingHours() {
        return hoursPerYear == null ? USUAL_HOURS : hoursPerYear;
    }

    /** How each segment is covered; empty where the file has none. */
    public List<CoverageModel> coverageModels() {
        return models == null ? List.of() : models;
    }

    /** Most accounts a rep by role; a role's key is its name in the org. */
    public record Preset(String source, Map<String, Caps> roles) {
        public Preset {
            roles = Map.copyOf(roles);
        }
    }

    /** Most accounts of each tier; null is open. */
    public record Caps(
            @Nullable Integer tier1, @Nullable Integer tier2, @Nullable Integer tier3, @Nullable Integer total) {}

    /**
     * @param capacity share of a full rep's target, 0 to 2
     * @param maxAccounts most accounts at this stage, null is open
     */
    public record Ramp(double capacity, @Nullable Integer maxAccounts) {
        public Ramp {
            Checks.between("ramp.capacity", capacity, 0, 2);
        }
    }

    /** Planned visits and the hours they take, a year, by tier ("1", "2", "3"). */
    public record Visits(String tier, double visitsPerYear, double hoursPerVisit, double otherHoursPerYear) {}
}
