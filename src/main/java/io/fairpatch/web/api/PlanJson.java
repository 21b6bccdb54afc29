package io.fairpatch.web.api;

import io.fairpatch.jobs.CoursePoint;
import io.fairpatch.jobs.Plans.MadePlan;
import io.fairpatch.plan.Binding;
import io.fairpatch.plan.Exemption;
import io.fairpatch.plan.WayOut;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A plan as made. Money in cents a year.
 *
 * @param scenario what it was made for; empty for the usual plan
 * @param bound no plan costs less; null when unknown
 * @param gap share of the cost by which the plan is at most above the best possible
 * @param exemptions accounts that stay where a need of theirs is not met, for a person to decide
 * @param course how cost and bound came together while it was made
 */
@Serdeable
public record PlanJson(
        long id,
        String scenario,
        long seed,
        String madeBy,
        Instant madeAt,
        String status,
        int moves,
        double costCents,
        @Nullable Double boundCents,
        @Nullable Double gap,
        long steps,
        List<String> why,
        List<BindingJson> bindings,
        List<WayOutJson> waysOut,
        List<ExemptionJson> exemptions,
        List<PointJson> course) {

    /** Something that holds the plan back, and what one more unit of room brings. */
    @Serdeable
    public record BindingJson(String rule, String what, String sentence, long cents) {
        static BindingJson of(Binding binding) {
            return new BindingJson(binding.rule(), binding.what(), binding.sentence(), binding.cents());
        }
    }

    /** A change that helps where bands can't all be met, as planned. */
    @Serdeable
    public record WayOutJson(String kind, String sentence, boolean meetsAll, double costCents) {
        static WayOutJson of(WayOut way) {
            return new WayOutJson(way.kind(), way.sentence(), way.meetsAll(), way.costCents());
        }
    }

    /** Two rules clash over an account; the plan leaves it where it is. */
    @Serdeable
    public record ExemptionJson(String account, String rep, List<String> needs, String sentence, String decision) {
        static ExemptionJson of(Exemption exemption) {
            return new ExemptionJson(
                    exemption.account().value(),
                    exemption.rep().value(),
                    exemption.needs(),
                    exemption.sentence(),
                    exemption.decision());
        }
    }

    /** Where the making stood after so many seconds. */
    @Serdeable
    public record PointJson(double seconds, @Nullable Double costCents, @Nullable Double boundCents) {
        static PointJson of(CoursePoint point) {
            return new PointJson(point.seconds(), point.cost(), point.bound());
        }
    }

    static PlanJson of(MadePlan made) {
        var plan = made.plan();
        return new PlanJson(
                made.id(),
                made.scenario(),
                made.seed(),
                made.madeBy(),
                made.madeAt(),
                plan.status().name().toLowerCase(Locale.ROOT),
                plan.moves().size(),
                plan.costCents(),
                plan.boundCents(),
                plan.gap(),
                plan.steps(),
                plan.why(),
                plan.bindings().stream().map(BindingJson::of).toList(),
                plan.waysOut().stream().map(WayOutJson::of).toList(),
                plan.exemptions().stream().map(ExemptionJson::of).toList(),
                made.course().stream().map(PointJson::of).toList());
    }
}
