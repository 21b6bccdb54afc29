package io.fairpatch.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairpatch.model.Play;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code planning.yml}: goals with weights, and hard rules, kept apart.
 *
 * @param bands by measure (potential, workload): allowed share either side of the target, 0.09 is +-9 %
 * @param steps deterministic budget of the search, null for the default of the problem's size
 * @param mix what a book should be made of; null leaves it open
 * @param policies null for none
 * @param teams by role: teams or queues that have no target, and whose plays' accounts are theirs; null for none
 * @param keepUnlessSaved books that keep all rules stay as they are unless a plan saves more than this share of their
 *     yearly cost; null is {@value #KEEP}
 * @param scenarios what is compared when nothing else is asked for; null is {@link #SCENARIOS}
 * @param travelMatrix a file of road distances, beside this one; null takes the great circle and a road factor
 */
public record PlanningConfig(
        Map<String, Double> bands,
        Goals goals,
        HardRules rules,
        List<String> protectedReps,
        @Nullable Integer steps,
        @Nullable Mix mix,
        @Nullable Policies policies,
        @Nullable Map<String, Play.Agent> teams,
        @Nullable Double keepUnlessSaved,
        @Nullable List<String> scenarios,
        @Nullable String travelMatrix) {
    /** The usual {@code keepUnlessSaved}. */
    public static final double KEEP = 0.02;

    /** The usual {@code scenarios}. */
    public static final List<String> SCENARIOS = List.of("rebalance", "from-scratch", "quarterly");

    public PlanningConfig {
        bands = Map.copyOf(bands);
        protectedReps = List.copyOf(protectedReps);
        mix = mix == null ? Mix.OPEN : mix;
        policies = policies == null ? Policies.NONE : policies;
        teams = teams == null ? Map.of() : Map.copyOf(teams);
        scenarios = scenarios == null ? SCENARIOS : List.copyOf(scenarios);
        Checks.between("keepUnlessSaved", keepUnlessSaved == null ? KEEP : keepUnlessSaved, 0, 1);
        bands.forEach((measure, band) -> Checks.between("bands." + measure, band, 0.001, 10));
    }

    /** Goals and rules alone. */
    public PlanningConfig(
            Map<String, Double> bands,
            Goals goals,
            HardRules rules,
            List<String> protectedReps,
            @Nullable Integer steps) {
        this(bands, goals, rules, protectedReps, steps, null, null, null, null, null, null);
    }

    @Override
    public Mix mix() {
        return mix == null ? Mix.OPEN : mix;
    }

    @Override
    public Policies policies() {
        return policies == null ? Policies.NONE : policies;
    }

    @Override
    public Map<String, Play.Agent> teams() {
        return teams == null ? Map.of() : teams;
    }

    @Override
    public List<String> scenarios() {
        return scenarios == null ? SCENARIOS : scenarios;
    }

    /** What a plan must save, as a share of the books' yearly cost, before books that keep all rules change. */
    public double keepShare() {
        return keepUnlessSaved == null ? KEEP : keepUnlessSaved;
    }

    /** The same with files named in it found in a folder. */
    PlanningConfig in(Path folder) {
        return travelMatrix == null
                ? this
                : with(copy -> copy.travelMatrix = folder.resolve(travelMatrix).toString());
    }

    /** The same with other bands; measures not named keep theirs. */
    public PlanningConfig withBands(Map<String, Double> changed) {
        var all = new HashMap<>(bands);
        all.putAll(changed);
        return with(copy -> copy.bands = all);
    }

    /** The same with other goals. */
    public PlanningConfig withGoals(Goals changed) {
        return with(copy -> copy.goals = changed);
    }

    /** The same with other hard rules. */
    public PlanningConfig withRules(HardRules changed) {
        return with(copy -> copy.rules = changed);
    }

    /** The same with another budget of the search. */
    public PlanningConfig withSteps(@Nullable Integer changed) {
        return with(copy -> copy.steps = changed);
    }

    /** The same with other policies. */
    public PlanningConfig withPolicies(Policies changed) {
        return with(copy -> copy.policies = changed);
    }

    private PlanningConfig with(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.made();
    }

    /** What may differ in a changed copy. */
    private static final class Copy {
        private final PlanningConfig from;
        private Map<String, Double> bands;
        private Goals goals;
        private HardRules rules;
        private @Nullable Integer steps;
        private Policies policies;
        private @Nullable Double keepUnlessSaved;
        private @Nullable String travelMatrix;

        Copy(PlanningConfig from) {
            this.from = from;
            bands = from.bands;
            goals = from.goals;
            rules = from.rules;
            steps = from.steps;
            policies = from.policies();
            keepUnlessSaved = from.keepUnlessSaved;
            travelMatrix = from.travelMatrix;
        }

        PlanningConfig made() {
            return new PlanningConfig(
                    bands,
                    goals,
                    rules,
                    from.protectedReps,
                    steps,
                    from.mix,
                    policies,
                    from.teams,
                    keepUnlessSaved,
                    from.scenarios,
                    travelMatrix);
        }
    }

    /**
     * What is traded off, in money, so that goals compare.
     *
     * @param travelPerKm cents a kilometre and visit
     * @param relationship share of an account's potential that a lost relationship costs, at full strength
     * @param fit cents a point of fit between rep and account
     * @param mix cents an account by which a book misses its mix; null is 0
     * @param move cents for each account that changes its rep; null is 0
     * @param learning cents for each account, or step of company size, by which the book of a rep who ramps is above the
     *     team's mean; null is 0
     */
    public record Goals(
            double travelPerKm,
            double relationship,
            double fit,
            @Nullable Double mix,
            @Nullable Double move,
            @Nullable Double learning) {
        public Goals {
            Checks.between("goals.travelPerKm", travelPerKm, 0, 1e6);
            Checks.between("goals.relationship", relationship, 0, 10);
            Checks.between("goals.fit", fit, 0, 1e9);
            Checks.between("goals.mix", mix == null ? 0 : mix, 0, 1e9);
            Checks.between("goals.move", move == null ? 0 : move, 0, 1e9);
            Checks.between("goals.learning", learning == null ? 0 : learning, 0, 1e9);
        }

        /** Cents an account that changes its rep. */
        public long moveCents() {
            return move == null ? 0 : Math.round(move);
        }

        /** Cents an account, or step of company size, above the team's mean in a book to learn on. */
        public long learningCents() {
            return learning == null ? 0 : Math.round(learning);
        }

        /** Cents an account off the mix. */
        public long mixCents() {
            return mix == null ? 0 : Math.round(mix);
        }
    }

    /**
     * What is never broken.
     *
     * @param maxMovedShare most accounts that may move, as a share of all in scope; 1 is no limit
     * @param timeZoneHours most hours of sun time between rep and account; null is no limit
     * @param holdDays an account with an open late-stage deal closing within so many days stays; null or 0 is off
     * @param lateStages stages that count as late; null for none
     * @param roleByPlay whether accounts go to the role of their play, each role with targets of its own; null is no
     */
    public record HardRules(
            boolean namedAccountsStay,
            boolean familiesStayTogether,
            boolean language,
            boolean compliance,
            double maxMovedShare,
            @Nullable Double timeZoneHours,
            @Nullable Integer holdDays,
            @Nullable List<String> lateStages,
            @Nullable Boolean roleByPlay) {
        public HardRules {
            Checks.between("rules.maxMovedShare", maxMovedShare, 0, 1);
            lateStages = lateStages == null ? List.of() : List.copyOf(lateStages);
        }

        /** Whether roles part the accounts among them. */
        public boolean rolesPart() {
            return roleByPlay != null && roleByPlay;
        }

        /** The same with roles that part the accounts among them, or not. */
        public HardRules withRoleByPlay(boolean on) {
            return new HardRules(
                    namedAccountsStay,
                    familiesStayTogether,
                    language,
                    compliance,
                    maxMovedShare,
                    timeZoneHours,
                    holdDays,
                    lateStages,
                    on);
        }

        /** The same with another limit on moves. */
        public HardRules withMaxMovedShare(double share) {
            return new HardRules(
                    namedAccountsStay,
                    familiesStayTogether,
                    language,
                    compliance,
                    share,
                    timeZoneHours,
                    holdDays,
                    lateStages,
                    roleByPlay);
        }
    }

    /**
     * What a book should be made of beside money and hours.
     *
     * @param tier1 tier 1 accounts more or fewer than the book's share; null is open
     * @param customers share either side of the book's share of customers; null is open
     * @param growth share either side of the book's share of growth accounts; null is open
     */
    public record Mix(@Nullable Integer tier1, boolean eachTier, @Nullable Double customers, @Nullable Double growth) {
        /** Asks nothing of a book. */
        public static final Mix OPEN = new Mix(null, false, null, null);
    }

    /** Choices that change what fair means; all off as shipped. */
    public record Policies(
            Set<String> insideRoles,
            boolean largerForHighPerformers,
            boolean topRepsInHardTerritories,
            Precedence precedence) {
        /** Nobody sells from inside, all targets are even, named accounts stay. */
        public static final Policies NONE = new Policies(Set.of(), false, false, Precedence.NAMED);

        public Policies {
            insideRoles = Set.copyOf(insideRoles);
        }
    }

    /** What wins where a named account and its family want different reps. */
    public enum Precedence {
        @JsonProperty("named")
        NAMED,
        @JsonProperty("family")
        FAMILY
    }
}
