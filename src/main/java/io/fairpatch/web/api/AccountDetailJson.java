package io.fairpatch.web.api;

import io.fairpatch.insight.AccountSheet;
import io.fairpatch.insight.Dealings;
import io.fairpatch.insight.ScoreScale;
import io.fairpatch.model.Reason;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account with everything behind its score.
 *
 * @param reasons parts that add up to the score
 * @param potentialReasons parts, in cents, that add up to the potential
 * @param winProbability 0 to 1
 * @param winSample closed deals behind it
 * @param assumptions what was missing and what was taken instead
 */
@Serdeable
public record AccountDetailJson(
        String account,
        String name,
        @Nullable String owner,
        @Nullable String rep,
        boolean customer,
        double score,
        int scoreOfTen,
        int tier,
        String grade,
        List<PartJson> reasons,
        long potentialCents,
        List<PartJson> potentialReasons,
        double winProbability,
        int winSample,
        List<String> assumptions,
        TerritoryJson territory,
        ProfileJson profile,
        DealingsJson dealings) {
    public AccountDetailJson {
        reasons = List.copyOf(reasons);
        potentialReasons = List.copyOf(potentialReasons);
        assumptions = List.copyOf(assumptions);
    }

    /** One part of a sum, in its unit. */
    @Serdeable
    public record PartJson(String rule, String sentence, double points) {
        static PartJson of(Reason reason) {
            return new PartJson(reason.rule(), reason.sentence(), reason.points());
        }
    }

    /** What the org's territory fields hold now. */
    @Serdeable
    public record TerritoryJson(
            @Nullable String territory,
            @Nullable String rep,
            @Nullable LocalDate assigned,
            @Nullable Double score,
            @Nullable String tier,
            @Nullable String reason,
            @Nullable String commit) {}

    static AccountDetailJson of(AccountSheet sheet, Dealings dealings) {
        var score = sheet.score();
        return new AccountDetailJson(
                score.account().value(),
                sheet.name(),
                sheet.owner(),
                sheet.rep(),
                score.customer(),
                score.score(),
                ScoreScale.ten(score.score()),
                score.tier().ordinal() + 1,
                score.grade().name(),
                score.reasons().stream().map(PartJson::of).toList(),
                score.potentialCents(),
                score.potentialReasons().stream().map(PartJson::of).toList(),
                score.winProbability(),
                score.winSample(),
                score.assumptions(),
                territory(sheet),
                ProfileJson.of(score.profile()),
                DealingsJson.of(dealings));
    }

    private static TerritoryJson territory(AccountSheet sheet) {
        var fields = sheet.territory();
        return new TerritoryJson(
                fields.territory(),
                fields.rep() == null ? null : fields.rep().value(),
                fields.assignedDate(),
                fields.score(),
                fields.tier(),
                fields.reason(),
                fields.commit());
    }
}
