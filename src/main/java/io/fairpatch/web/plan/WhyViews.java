package io.fairpatch.web.plan;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.MoveWhy;
import io.fairpatch.web.view.MoveWhyView;
import io.fairpatch.web.view.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reasons of a move in words. */
final class WhyViews {
    private static final int MINUTES = 60;

    /** Nothing more is known. */
    static final MoveWhyView NONE = new MoveWhyView(null, List.of(), "", List.of(), List.of());

    private WhyViews() {}

    /** Whose names the reasons of a move need. */
    static List<SalesforceId> named(MoveWhy why) {
        var ids = new ArrayList<>(why.makesRoomFor());
        ids.add(why.receiver().rep());
        if (why.giver() != null) {
            ids.add(why.giver().rep());
        }
        return ids;
    }

    /** @param known names of accounts and reps */
    static MoveWhyView of(MoveWhy why, Map<SalesforceId, String> known) {
        Function<SalesforceId, String> name = id -> known.getOrDefault(id, id.value());
        var effects = new ArrayList<MoveWhyView.Effect>();
        add(effects, "gives", why.giver(), name);
        add(effects, "receives", why.receiver(), name);
        var next = why.runnerUp();
        return new MoveWhyView(
                next == null
                        ? null
                        : "Next best would have been " + next.name() + ": "
                                + (next.lostByCents() == 0
                                        ? "as good for the whole plan"
                                        : Show.money(next.lostByCents()) + " a year dearer for the whole plan")
                                + ", mostly by " + next.main() + ".",
                why.ruledOut().stream()
                        .map(out -> "The rule on " + out.rule() + " keeps " + Show.count(out.reps(), "rep", "reps")
                                + " out.")
                        .toList(),
                why.staysIf(),
                effects,
                why.makesRoomFor().stream().map(name).toList());
    }

    private static void add(
            List<MoveWhyView.Effect> effects,
            String part,
            MoveWhy.@Nullable Effect effect,
            Function<SalesforceId, String> reps) {
        if (effect != null) {
            effects.add(new MoveWhyView.Effect(
                    reps.apply(effect.rep()),
                    part,
                    standing(effect.potentialWithoutCents(), effect.targetCents()),
                    standing(effect.potentialWithCents(), effect.targetCents()),
                    hours(effect.minutesWithout()) + " to " + hours(effect.minutesWith())));
        }
    }

    private static String standing(long potential, long target) {
        return target <= 0
                ? Show.money(potential)
                : Show.money(potential) + " (" + Show.percent1(potential / (double) target) + " of target)";
    }

    private static String hours(long minutes) {
        return String.format(Locale.ROOT, "%,d h", Math.round(minutes / (double) MINUTES));
    }
}
