package io.fairpatch.web.api;

import io.fairpatch.model.AccountProfile;
import io.fairpatch.web.api.AccountDetailJson.PartJson;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was derived of an account. Money in cents a year, shares as fractions.
 *
 * @param role who should cover it
 * @param surge why it counts as surging, null when it does not
 * @param winLow 5th percentile of the win probability
 * @param winHigh 95th percentile
 * @param winOwnShare share of the win probability from the segment's own deals
 * @param winReasons parts of the win probability's log-odds where a learned model said it, else empty
 */
@Serdeable
public record ProfileJson(
        String region,
        String industry,
        String companySize,
        String valueBand,
        String growthBand,
        @Nullable Double growth,
        @Nullable String surge,
        String churnRisk,
        String churnCause,
        String role,
        String strategy,
        String agent,
        long currentCents,
        long expansionCents,
        boolean expansionEstimated,
        double winLow,
        double winHigh,
        double winOwnShare,
        List<PartJson> winReasons,
        double revenuePoints,
        double growthPoints,
        double strategicPoints,
        double churnPoints) {
    public ProfileJson {
        winReasons = List.copyOf(winReasons);
    }

    static ProfileJson of(AccountProfile profile) {
        return new ProfileJson(
                profile.region(),
                profile.industry(),
                word(profile.size()),
                word(profile.value()),
                word(profile.growth()),
                profile.growthShare(),
                profile.surge(),
                word(profile.churn()),
                profile.churnCause(),
                profile.play().role(),
                profile.play().strategy(),
                word(profile.play().agent()),
                profile.currentCents(),
                profile.expansionCents(),
                profile.expansionEstimated(),
                profile.chance().low(),
                profile.chance().high(),
                profile.chance().ownShare(),
                profile.chance().reasons().stream().map(PartJson::of).toList(),
                profile.dimensions().revenue(),
                profile.dimensions().growth(),
                profile.dimensions().strategic(),
                profile.dimensions().churn());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
