package io.fairpatch.web.account;

import io.fairpatch.insight.ScoreScale;
import io.fairpatch.insight.Scoring;
import io.fairpatch.model.Grade;
import io.fairpatch.model.Tier;
import io.fairpatch.web.view.Show;

/** Sentences and figures about accounts. */
final class Words {
    private Words() {}

    /** How many accounts there are and how well they are known. */
    static String sentence(Scoring scoring) {
        long unscored = scoring.accounts() - scoring.scored();
        return Show.count(scoring.accounts(), "account", "accounts") + ", " + Show.count(scoring.fullData())
                + " scored from full data"
                + (unscored == 0 ? "." : "; " + Show.count(unscored) + " came since and wait for a score.");
    }

    static String score(ScoreScale scale, double score, Grade grade) {
        return switch (scale) {
            case POINTS -> Show.decimal(score);
            case TEN -> Integer.toString(ScoreScale.ten(score));
            case GRADE -> grade.name();
        };
    }

    static String scoreOnEveryScale(double score, Grade grade) {
        return Show.decimal(score) + " of 100, " + ScoreScale.ten(score) + " of 10, grade " + grade;
    }

    static String kind(boolean customer) {
        return customer ? "customer" : "prospect";
    }

    static String tier(Tier tier) {
        return Integer.toString(tier.ordinal() + 1);
    }
}
