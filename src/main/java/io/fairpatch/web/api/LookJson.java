package io.fairpatch.web.api;

import io.fairpatch.plan.Look;
import io.fairpatch.plan.problem.PlanScore;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What choices by hand would do to a plan. Money in cents a year.
 *
 * @param violations what would be broken in the books they touch; empty when all rules and bands hold
 */
@Serdeable
record LookJson(ScoreJson before, ScoreJson after, List<SideJson> books, List<String> violations) {
    /**
     * How good a plan is.
     *
     * @param broken accounts that break a hard rule
     * @param outsidePercent sum of what books are outside their bands, per cent of their targets
     */
    @Serdeable
    record ScoreJson(long broken, double outsidePercent, long costCents) {
        static ScoreJson of(PlanScore score) {
            return new ScoreJson(score.broken(), score.outside() / 100.0, score.cost());
        }
    }

    /** A book with and without the choices; the target is 0 for a rep without one. */
    @Serdeable
    record SideJson(String rep, String name, long targetCents, LoadJson before, LoadJson after) {
        static SideJson of(Look.Side side) {
            return new SideJson(
                    side.rep().value(),
                    side.name(),
                    side.target(),
                    LoadJson.of(side.before()),
                    LoadJson.of(side.after()));
        }
    }

    /** What a book holds. */
    @Serdeable
    record LoadJson(int accounts, long potentialCents, double workHours) {
        static LoadJson of(Look.Load load) {
            return new LoadJson(load.accounts(), load.potential(), load.minutes() / 60.0);
        }
    }

    static LookJson of(Look look) {
        return new LookJson(
                ScoreJson.of(look.before()),
                ScoreJson.of(look.after()),
                look.books().stream().map(SideJson::of).toList(),
                look.violations());
    }
}
