package io.fairpatch.score;

import io.fairpatch.config.ScoringConfig;
import io.fairpatch.config.ScoringConfig.FitBand;
import io.fairpatch.model.Account;
import io.fairpatch.model.Decimals;

/** A prospect's score: fit, intent and relationship, each 0 to 100, by the weights of {@code scoring.yml}. */
final class ProspectModel {
    private final ScoringConfig config;

    ProspectModel(ScoringConfig config) {
        this.config = config;
    }

    void score(Facts facts, Parts parts) {
        fit(facts, parts);
        intent(facts.account(), parts);
        boolean known = facts.account().contacts() > 0;
        parts.add(
                "relationship",
                config.prospect().relationship(),
                known ? config.relationshipWithContacts() : config.relationshipWithoutContacts(),
                known ? "Contacts known (" + facts.account().contacts() + ")" : "No contact known");
    }

    private void fit(Facts facts, Parts parts) {
        Integer employees = facts.account().employees();
        if (employees == null) {
            parts.assume("Employees unknown: fit " + Decimals.fixed(config.fitElse(), 0) + " assumed");
            parts.add("fit", config.prospect().fit(), config.fitElse(), "Employees unknown");
            return;
        }
        String what = Decimals.grouped(employees) + " employees in " + facts.industry();
        for (FitBand band : config.fit()) {
            if (matches(band, employees, facts.targetIndustry())) {
                String target = band.targetIndustry() ? ", a target industry" : "";
                parts.add("fit", config.prospect().fit(), band.points(), what + target);
                return;
            }
        }
        parts.add("fit", config.prospect().fit(), config.fitElse(), what + ", outside every fit band");
    }

    private static boolean matches(FitBand band, int employees, boolean targetIndustry) {
        Integer from = band.from();
        Integer to = band.to();
        return (from == null || employees >= from)
                && (to == null || employees <= to)
                && (targetIndustry || !band.targetIndustry());
    }

    private void intent(Account account, Parts parts) {
        Double intent = account.intent();
        if (intent == null) {
            parts.assume("Intent unknown: " + Decimals.fixed(config.unknownIntent(), 0) + " assumed");
            parts.add("intent", config.prospect().intent(), config.unknownIntent(), "Intent unknown");
            return;
        }
        parts.add("intent", config.prospect().intent(), Math.max(0, Math.min(100, intent)), "Third-party intent");
    }
}
