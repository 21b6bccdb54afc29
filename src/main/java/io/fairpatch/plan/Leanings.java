package io.fairpatch.plan;

import io.fairpatch.config.PlanningConfig.Goals;
import io.fairpatch.model.Account;
import io.fairpatch.model.Counts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a plan leans on: geography alone, and what reps know well. */
final class Leanings {
    private final Prepared prepared;
    private final int[] assignment;
    private final Map<Kind, Set<Integer>> wanting = new HashMap<>();

    /** @param assignment the seat of each unit */
    Leanings(Prepared prepared, int[] assignment) {
        this.prepared = prepared;
        this.assignment = assignment;
    }

    List<String> sentences() {
        var sentences = new ArrayList<String>();
        if (geographyAlone()) {
            sentences.add(
                    "Warning: only geography drives this plan. Neither relationships nor what reps are good at count in"
                            + " it; compare it with a plan by all goals before you propose it.");
        }
        wishes(sentences);
        return sentences;
    }

    private boolean geographyAlone() {
        Goals goals = prepared.input().planning().goals();
        Double mix = goals.mix();
        boolean others = goals.relationship() > 0 || goals.fit() > 0 || (mix != null && mix > 0);
        return prepared.input().levers().drawn() == Levers.Drawn.GEOGRAPHY || (goals.travelPerKm() > 0 && !others);
    }

    private void wishes(List<String> sentences) {
        int wanted = 0;
        int honoured = 0;
        for (int unit = 0; unit < assignment.length; unit++) {
            for (Account account : prepared.members().get(unit)) {
                Set<Integer> seats = wanting.computeIfAbsent(kind(account), this::wanting);
                wanted += seats.isEmpty() ? 0 : 1;
                honoured += seats.contains(assignment[unit]) ? 1 : 0;
            }
        }
        if (wanted > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Of %s in an industry or state that a rep knows well, %,d (%.0f %%) %s with such a rep.",
                    Counts.of(wanted, "account", "accounts"),
                    honoured,
                    100.0 * honoured / wanted,
                    honoured == 1 ? "is" : "are"));
        }
    }

    private record Kind(String industry, @Nullable String state) {}

    private Kind kind(Account account) {
        return new Kind(Fit.industry(account, prepared.score(account)), account.state());
    }

    private Set<Integer> wanting(Kind kind) {
        return IntStream.range(0, prepared.roster().size())
                .filter(seat -> profile(seat).wants(kind.industry(), kind.state()))
                .boxed()
                .collect(Collectors.toSet());
    }

    private RepProfile profile(int seat) {
        return prepared.input()
                .profiles()
                .getOrDefault(prepared.roster().rep(seat).id(), RepProfile.UNKNOWN);
    }
}
