package io.fairpatch.plan;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountDraft;
import io.fairpatch.model.AccountProfile;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.Grade;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.SizeClass;
import io.fairpatch.model.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small org put together by a test. */
final class SmallOrg {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final List<Account> accounts = new ArrayList<>();
    private final Map<SalesforceId, AccountScore> scores = new HashMap<>();
    private final List<Rep> reps = new ArrayList<>();
    private final Map<SalesforceId, SalesforceId> current = new HashMap<>();
    private final int steps;

    SmallOrg(int steps) {
        this.steps = steps;
    }

    static SalesforceId account(int number) {
        return SalesforceId.of("001%012d".formatted(number));
    }

    static SalesforceId rep(int number) {
        return SalesforceId.of("005%012d".formatted(number));
    }

    /** Reps are numbered from 1. */
    SmallOrg rep(boolean active, RampStage stage, Set<String> languages) {
        int number = reps.size() + 1;
        GeoPoint home = new GeoPoint(30 + number % 5, -100 + 2.0 * (number % 7));
        reps.add(new Rep(rep(number), "Rep " + number, null, null, active, "SMB AE", stage, languages, Set.of(), home));
        return this;
    }

    SmallOrg reps(int count) {
        for (int i = 0; i < count; i++) {
            rep(true, RampStage.RAMPED, Set.of());
        }
        return this;
    }

    /**
     * Accounts are numbered from 1.
     *
     * @param rep number of the rep who has it, 0 for none
     * @param parent number of its parent, 0 for none
     */
    SmallOrg account(long potential, int rep, int parent, boolean named, @Nullable String language) {
        int number = accounts.size() + 1;
        GeoPoint place = new GeoPoint(28 + number % 9, -101 + number % 15);
        accounts.add(new AccountDraft(account(number))
                .name("Account " + number)
                .owner(rep == 0 ? null : rep(rep))
                .parent(parent == 0 ? null : account(parent))
                .at("United States", "TX")
                .city("Dallas")
                .place(place)
                .named(named)
                .language(language)
                .account());
        Tier tier = Tier.values()[number % 3];
        scores.put(
                account(number),
                new AccountScore(
                        account(number),
                        number % 2 == 0,
                        60,
                        tier,
                        Grade.B,
                        List.of(),
                        potential * 100,
                        0.3,
                        20,
                        List.of(),
                        List.of(),
                        sized(SizeClass.values()[number % 5 % 3])));
        if (rep != 0) {
            current.put(account(number), rep(rep));
        }
        return this;
    }

    private static AccountProfile sized(SizeClass size) {
        AccountProfile any = AccountProfile.UNKNOWN;
        return new AccountProfile(
                any.region(),
                any.industry(),
                size,
                any.value(),
                any.growth(),
                any.growthShare(),
                any.surge(),
                any.churn(),
                any.churnCause(),
                any.currentCents(),
                any.expansionCents(),
                any.expansionEstimated(),
                any.dimensions(),
                any.play(),
                any.chance());
    }

    /** Any org, the fourth of each four reps ramping: skewed potentials, families, pins, languages, leavers and ownerless accounts. */
    static SmallOrg random(long seed, int accounts, int reps, int steps) {
        var random = new Random(seed);
        var org = new SmallOrg(steps);
        for (int i = 0; i < reps; i++) {
            org.rep(
                    i == 0 || random.nextInt(6) > 0,
                    i % 4 == 3 ? RampStage.RAMPING : RampStage.RAMPED,
                    random.nextInt(3) == 0 ? Set.of("en") : Set.of("en", "es"));
        }
        for (int i = 1; i <= accounts; i++) {
            long potential = Math.round(Math.exp(9 + 0.8 * random.nextGaussian()));
            int parent = i > 1 && random.nextInt(8) == 0 ? 1 + random.nextInt(i - 1) : 0;
            org.account(
                    potential,
                    random.nextInt(reps + 1),
                    parent,
                    random.nextInt(12) == 0,
                    random.nextInt(9) == 0 ? "es" : null);
        }
        return org;
    }

    PlanInput input() {
        PlanningConfig shipped = ConfigLoader.shipped(ConfigPart.PLANNING);
        var planning = shipped.withSteps(steps);
        return new PlanInput(
                accounts,
                scores,
                reps,
                current,
                Map.of(),
                planning,
                ConfigLoader.shipped(ConfigPart.COVERAGE),
                TODAY,
                7);
    }
}
