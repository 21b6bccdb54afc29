package io.fairpatch.score;

import io.fairpatch.model.AccountProfile;
import io.fairpatch.model.AccountProfile.Dimensions;
import io.fairpatch.model.ChurnRisk;
import io.fairpatch.model.WinChance;
import io.fairpatch.score.PotentialModel.Expansion;
import java.time.LocalDate;

/** Puts together what was derived of an account. */
final class Profiles {
    private final Sorting sorting;

    Profiles(Sorting sorting) {
        this.sorting = sorting;
    }

    AccountProfile of(Facts facts, Expansion expansion, long potentialCents, WinChance chance, LocalDate today) {
        var growth = Sorting.growth(facts);
        var band = sorting.growthBand(growth);
        var value = sorting.value(facts.customer() ? facts.currentCents() : potentialCents);
        var churn = sorting.churn(facts, today);
        String surge = sorting.surge(facts);
        return new AccountProfile(
                facts.region(),
                facts.industry(),
                facts.size(),
                value,
                band,
                growth,
                surge,
                churn.level(),
                churn.cause(),
                facts.currentCents(),
                expansion.cents(),
                expansion.estimated(),
                dimensions(facts, surge != null, churn.level()),
                sorting.play(facts, value, band, churn.level(), expansion.cents()),
                chance);
    }

    private static Dimensions dimensions(Facts facts, boolean surging, ChurnRisk churn) {
        return new Dimensions(
                CustomerModel.moneyPoints(facts.currentCents()),
                surging ? 100 : CustomerModel.growthPoints(facts),
                CustomerModel.strategicPoints(facts),
                churn.ordinal() * 50.0);
    }
}
