package io.fairpatch.web.api;

import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.MoveWhy;
import io.fairpatch.plan.PlannedMove;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a plan moves an account. Money in cents a year.
 *
 * @param reasons by rule; they add up to the worth
 * @param worthCents what the plan would lose if this account alone went back
 * @param runnerUp who would have been next best; null when nobody else may have it
 * @param ruledOut rules that kept reps from being considered
 * @param staysIf what would have to change for it to stay
 * @param giver what the move alone does to who gives it up; null when nobody had it
 * @param makesRoomFor accounts that come to the giver in return
 */
@Serdeable
public record MoveWhyJson(
        String account,
        @Nullable String from,
        String to,
        String headline,
        List<ReasonJson> reasons,
        double worthCents,
        @Nullable RunnerUpJson runnerUp,
        List<RuledOutJson> ruledOut,
        @Nullable String staysIf,
        @Nullable EffectJson giver,
        @Nullable EffectJson receiver,
        List<String> makesRoomFor) {

    /** A rule's share of the worth. */
    @Serdeable
    public record ReasonJson(String rule, String sentence, double cents) {
        static ReasonJson of(Reason reason) {
            return new ReasonJson(reason.rule(), reason.sentence(), reason.points());
        }
    }

    /** Who would have been next best, by how much worse, and which rule spoke loudest against. */
    @Serdeable
    public record RunnerUpJson(String rep, String name, long lostByCents, String main) {}

    /** A rule and how many reps it kept out. */
    @Serdeable
    public record RuledOutJson(String rule, int reps) {}

    /** A book in the plan without and with the account. */
    @Serdeable
    public record EffectJson(
            String rep,
            long potentialWithoutCents,
            long potentialWithCents,
            long targetCents,
            long minutesWithout,
            long minutesWith) {
        static @Nullable EffectJson of(MoveWhy.@Nullable Effect effect) {
            return effect == null
                    ? null
                    : new EffectJson(
                            effect.rep().value(),
                            effect.potentialWithoutCents(),
                            effect.potentialWithCents(),
                            effect.targetCents(),
                            effect.minutesWithout(),
                            effect.minutesWith());
        }
    }

    static MoveWhyJson of(PlannedMove move) {
        var why = move.why();
        var next = why == null ? null : why.runnerUp();
        return new MoveWhyJson(
                move.account().value(),
                move.from() == null ? null : move.from().value(),
                move.to().value(),
                move.headline(),
                move.reasons().stream().map(ReasonJson::of).toList(),
                move.worth(),
                next == null
                        ? null
                        : new RunnerUpJson(next.rep().value(), next.name(), next.lostByCents(), next.main()),
                why == null
                        ? List.of()
                        : why.ruledOut().stream()
                                .map(out -> new RuledOutJson(out.rule(), out.reps()))
                                .toList(),
                why == null ? null : why.staysIf(),
                why == null ? null : EffectJson.of(why.giver()),
                why == null ? null : EffectJson.of(why.receiver()),
                why == null
                        ? List.of()
                        : why.makesRoomFor().stream().map(SalesforceId::value).toList());
    }
}
