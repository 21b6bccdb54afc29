package io.fairpatch.plan;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountDraft;
import io.fairpatch.model.AccountProfile;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.ChurnRisk;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.Grade;
import io.fairpatch.model.GrowthBand;
import io.fairpatch.model.Play;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.SizeClass;
import io.fairpatch.model.Tier;
import io.fairpatch.model.ValueBand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The org of a story: reps and accounts with plays, growth and places. Both are numbered from 1. */
final class StoryOrg {
    static final Play REP = new Play("", "grow", Play.Agent.REP);
    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final List<Account> accounts = new ArrayList<>();
    private final Map<SalesforceId, AccountScore> scores = new HashMap<>();
    private final List<Rep> reps = new ArrayList<>();
    private final Map<SalesforceId, SalesforceId> current = new HashMap<>();

    /** What an account of a story is like. */
    record Kind(long dollars, Tier tier, GrowthBand growth, boolean customer, Play play) {
        static Kind of(long dollars, Tier tier) {
            return new Kind(dollars, tier, GrowthBand.STEADY, false, REP);
        }

        Kind played(String role, Play.Agent agent) {
            return new Kind(dollars, tier, growth, customer, new Play(role, "", agent));
        }

        Kind growing(GrowthBand band) {
            return new Kind(dollars, tier, band, customer, play);
        }

        Kind buying() {
            return new Kind(dollars, tier, growth, true, play);
        }
    }

    static SalesforceId rep(int number) {
        return SmallOrg.rep(number);
    }

    static SalesforceId account(int number) {
        return SmallOrg.account(number);
    }

    StoryOrg rep(@Nullable String role, double longitude, boolean active) {
        int number = reps.size() + 1;
        GeoPoint home = new GeoPoint(38, longitude);
        reps.add(new Rep(
                rep(number), "Rep " + number, null, null, active, role, RampStage.RAMPED, Set.of(), Set.of(), home));
        return this;
    }

    /** @param rep who has it, 0 for nobody */
    StoryOrg account(Kind kind, int rep, double longitude) {
        int number = accounts.size() + 1;
        SalesforceId id = account(number);
        GeoPoint place = new GeoPoint(37 + 0.1 * (number % 20), longitude + 0.05 * (number % 7));
        accounts.add(new AccountDraft(id)
                .name("Account " + number)
                .owner(rep == 0 ? null : rep(rep))
                .at("United States", "KS")
                .place(place)
                .account());
        scores.put(id, score(id, kind));
        if (rep != 0) {
            current.put(id, rep(rep));
        }
        return this;
    }

    private static AccountScore score(SalesforceId id, Kind kind) {
        AccountProfile none = AccountProfile.UNKNOWN;
        var profile = new AccountProfile(
                "",
                "",
                SizeClass.MID_MARKET,
                ValueBand.MID_MARKET,
                kind.growth(),
                null,
                null,
                ChurnRisk.LOW,
                "",
                0,
                0,
                false,
                none.dimensions(),
                kind.play(),
                none.chance());
        return new AccountScore(
                id,
                kind.customer(),
                60,
                kind.tier(),
                Grade.B,
                List.of(),
                kind.dollars() * 100,
                0.3,
                20,
                List.of(),
                List.of(),
                profile);
    }

    /** Every account may move; the search is short. */
    PlanInput input() {
        PlanningConfig shipped = ConfigLoader.shipped(ConfigPart.PLANNING);
        return new PlanInput(
                accounts,
                scores,
                reps,
                current,
                Map.of(),
                shipped.withSteps(24).withRules(shipped.rules().withMaxMovedShare(1)),
                ConfigLoader.shipped(ConfigPart.COVERAGE),
                TODAY,
                7);
    }
}
