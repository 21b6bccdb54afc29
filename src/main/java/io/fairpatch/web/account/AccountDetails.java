package io.fairpatch.web.account;

import io.fairpatch.insight.AccountSheet;
import io.fairpatch.insight.ScoreScale;
import io.fairpatch.model.AccountProfile;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.TerritoryFields;
import io.fairpatch.web.view.AccountDetailPage;
import io.fairpatch.web.view.DealingsPart;
import io.fairpatch.web.view.Fact;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.Waterfall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One account in the side panel. */
final class AccountDetails {
    private AccountDetails() {}

    static AccountDetailPage page(Shell shell, String back, AccountSheet sheet, DealingsPart dealings) {
        AccountScore score = sheet.score();
        return new AccountDetailPage(
                shell,
                back,
                sheet.name(),
                Words.kind(score.customer()),
                headline(sheet),
                facts(sheet),
                Waterfall.of(score.reasons()),
                Waterfall.of(score.potentialReasons()),
                odds(score),
                Waterfall.of(score.profile().chance().reasons()),
                score.assumptions(),
                profile(score.profile()),
                dealings,
                sheet.earlier().stream().map(AccountDetails::earlier).toList(),
                territory(sheet));
    }

    private static String headline(AccountSheet sheet) {
        var parts = new ArrayList<String>();
        parts.add(sheet.industry() == null ? "Industry unknown" : sheet.industry());
        parts.add(sheet.employees() == null ? "employees unknown" : Show.count(sheet.employees()) + " employees");
        if (!sheet.place().isEmpty()) {
            parts.add(String.join(", ", sheet.place()));
        }
        return String.join(" \u00b7 ", parts);
    }

    private static List<Fact> facts(AccountSheet sheet) {
        AccountScore score = sheet.score();
        var facts = new ArrayList<>(List.of(
                new Fact("Score", Show.decimal(score.score())),
                new Fact("1 to 10", Integer.toString(ScoreScale.ten(score.score()))),
                new Fact("Tier and grade", Words.tier(score.tier()) + " / " + score.grade()),
                new Fact(
                        "Potential a year", Show.money(score.potentialCents()), Show.moneyFull(score.potentialCents())),
                new Fact("Owner", sheet.owner() == null ? "nobody" : sheet.owner())));
        return facts;
    }

    private static String odds(AccountScore score) {
        var chance = score.profile().chance();
        String interval = chance.basis().isEmpty()
                ? ""
                : " (90 % between " + Show.percent(chance.low()) + " and " + Show.percent(chance.high()) + ")";
        if (chance.learned()) {
            return "Win probability " + Show.percent1(score.winProbability()) + interval
                    + ", by the learned model: its parts add up to the log-odds, "
                    + Show.decimal(Math.log(chance.probability() / (1 - chance.probability()))) + ".";
        }
        return "Win probability " + Show.percent1(score.winProbability()) + interval + ", from "
                + Show.count(score.winSample(), "closed deal", "closed deals") + " of its segment"
                + (chance.basis().isEmpty()
                        ? "."
                        : ", " + chance.basis() + "; the larger segment counts for "
                                + Show.percent(1 - chance.ownShare()) + ".");
    }

    private static List<Fact> profile(AccountProfile profile) {
        if (profile.equals(AccountProfile.UNKNOWN)) {
            return List.of();
        }
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Play", profile.play().role() + ": " + profile.play().strategy()));
        facts.add(new Fact("Value band", profile.value().words()));
        facts.add(new Fact("Company size", profile.size().words()));
        facts.add(new Fact(
                "Growth",
                profile.growth().words()
                        + (profile.growthShare() == null ? ", unknown" : ", " + Show.percent(profile.growthShare()))));
        add(facts, "Surging", profile.surge());
        if (!profile.churnCause().isEmpty()) {
            facts.add(new Fact("Churn risk", profile.churn().words() + ": " + profile.churnCause()));
        }
        var dimensions = profile.dimensions();
        facts.add(new Fact("Current revenue, 0 to 100", Show.decimal(dimensions.revenue())));
        facts.add(new Fact("Growth, 0 to 100", Show.decimal(dimensions.growth())));
        facts.add(new Fact("Strategic value, 0 to 100", Show.decimal(dimensions.strategic())));
        facts.add(new Fact("Churn risk, 0 to 100", Show.decimal(dimensions.churn())));
        return facts;
    }

    private static AccountDetailPage.Earlier earlier(AccountSheet.Earlier score) {
        return new AccountDetailPage.Earlier(
                Show.moment(score.scoredAt()),
                score.modelVersion(),
                Show.decimal(score.score()),
                Words.tier(score.tier()),
                score.potentialCents());
    }

    private static List<Fact> territory(AccountSheet sheet) {
        TerritoryFields fields = sheet.territory();
        var facts = new ArrayList<Fact>();
        if (fields.equals(TerritoryFields.EMPTY)) {
            return facts;
        }
        add(facts, "Territory", fields.territory());
        add(
                facts,
                "Rep",
                fields.rep() == null ? null : sheet.rep() == null ? fields.rep().value() : sheet.rep());
        add(
                facts,
                "Assigned",
                fields.assignedDate() == null ? null : fields.assignedDate().toString());
        add(facts, "Score", fields.score() == null ? null : Show.decimal(fields.score()));
        add(facts, "Tier", fields.tier());
        add(facts, "Reason", fields.reason());
        add(facts, "Commit", fields.commit());
        return facts;
    }

    private static void add(List<Fact> facts, String label, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(label, value));
        }
    }
}
