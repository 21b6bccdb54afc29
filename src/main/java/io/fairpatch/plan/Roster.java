package io.fairpatch.plan;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Play;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The active reps in the order of their ids: a rep's position is its seat. */
final class Roster {
    private static final double MOST_SWAY = 0.1;

    private final List<Rep> reps;
    private final Map<SalesforceId, Integer> seats = new HashMap<>();
    private final Map<SalesforceId, Rep> all = new HashMap<>();
    private final boolean[] shielded;
    private final Play.Agent[] agent;
    private final boolean[] inside;
    private final String[] groups;
    private final double[] capacity;

    Roster(PlanInput input) {
        reps = input.reps().stream()
                .filter(Rep::active)
                .sorted(Comparator.comparing(Rep::id))
                .toList();
        if (reps.isEmpty()) {
            throw Problem.of(
                            ErrorCode.PLAN_INPUT,
                            "There is no active rep among " + input.reps().size() + " reps")
                    .because("accounts can only go to people who work")
                    .maybe("activate a user who owns accounts, or check which users count as reps in mapping.yml")
                    .exception();
        }
        input.reps().forEach(rep -> all.put(rep.id(), rep));
        shielded = new boolean[reps.size()];
        capacity = new double[reps.size()];
        agent = new Play.Agent[reps.size()];
        inside = new boolean[reps.size()];
        groups = new String[reps.size()];
        for (int seat = 0; seat < reps.size(); seat++) {
            Rep rep = reps.get(seat);
            seats.put(rep.id(), seat);
            shielded[seat] = isShielded(rep, input.planning().protectedReps())
                    || input.levers().protectedReps().contains(rep.id());
            agent[seat] = input.planning().teams().getOrDefault(rep.role() == null ? "" : rep.role(), Play.Agent.REP);
            inside[seat] = rep.role() != null
                    && input.planning().policies().insideRoles().contains(rep.role());
            CoverageConfig.Ramp ramp =
                    input.coverage().ramp().get(rep.rampStage().name());
            groups[seat] = rep.role() == null || !input.planning().rules().rolesPart() ? "" : rep.role();
            capacity[seat] = (ramp == null ? 1 : ramp.capacity()) * performance(input, rep);
        }
    }

    private static boolean isShielded(Rep rep, List<String> wanted) {
        return wanted.stream()
                .anyMatch(text -> text.equals(rep.id().value())
                        || text.equalsIgnoreCase(rep.name())
                        || text.equalsIgnoreCase(rep.email()));
    }

    int size() {
        return reps.size();
    }

    Rep rep(int seat) {
        return reps.get(seat);
    }

    /** The seat of an active rep, null for anyone else. */
    @Nullable
    Integer seat(@Nullable SalesforceId rep) {
        return rep == null ? null : seats.get(rep);
    }

    /** The name of any rep of the input, the id of others. */
    String name(SalesforceId rep) {
        Rep known = all.get(rep);
        return known == null ? rep.value() : known.name();
    }

    /** With the policy on, the rep's attainment of quota, within a tenth of the usual; else 1. */
    private static double performance(PlanInput input, Rep rep) {
        Double attainment =
                input.profiles().getOrDefault(rep.id(), RepProfile.UNKNOWN).attainment();
        if (attainment == null || !input.planning().policies().largerForHighPerformers()) {
            return 1;
        }
        return Math.max(1 - MOST_SWAY, Math.min(1 + MOST_SWAY, attainment));
    }

    /** Who covers accounts like this seat: a rep with a target, or a team without. */
    Play.Agent agent(int seat) {
        return agent[seat];
    }

    /** Whether some seat is such a team. */
    boolean has(Play.Agent wanted) {
        return Arrays.asList(agent).contains(wanted);
    }

    /** The role whose accounts a seat shares, where roles part them among them; else empty. */
    String group(int seat) {
        return groups[seat];
    }

    /** The role an account belongs to, where roles part accounts and somebody has that role; else empty. */
    String group(Play play) {
        return !play.role().isEmpty() && Arrays.asList(groups).contains(play.role()) ? play.role() : "";
    }

    /** Share of a group that a seat has, 0 for one without target or of another group. */
    double share(int seat, String group) {
        double sum = 0;
        for (int i = 0; i < capacity.length; i++) {
            sum += isOpen(i) || !groups[i].equals(group) ? 0 : capacity[i];
        }
        return isOpen(seat) || sum == 0 || !groups[seat].equals(group) ? 0 : capacity[seat] / sum;
    }

    /** Whether the seat sells without travelling. */
    boolean isInside(int seat) {
        return inside[seat];
    }

    /** Whether the seat has no target and no bands: a protected book, or a team. */
    boolean isOpen(int seat) {
        return shielded[seat] || agent[seat] != Play.Agent.REP;
    }

    /** Whether the rep's book is left as it is. */
    boolean isShielded(int seat) {
        return shielded[seat];
    }

    /** Share of a full rep. */
    double capacity(int seat) {
        return capacity[seat];
    }

    /** Share of what the reps with a target have together, 0 for one without. */
    double share(int seat) {
        double sum = 0;
        for (int i = 0; i < capacity.length; i++) {
            sum += isOpen(i) ? 0 : capacity[i];
        }
        return isOpen(seat) || sum == 0 ? 0 : capacity[seat] / sum;
    }
}
