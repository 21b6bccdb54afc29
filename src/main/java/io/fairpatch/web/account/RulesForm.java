package io.fairpatch.web.account;

import io.fairpatch.config.ScoringConfig.CustomerWeights;
import io.fairpatch.config.ScoringConfig.ProspectWeights;
import io.fairpatch.config.ScoringConfig.TierCuts;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.insight.land.ScoringModels.Weights;
import io.fairpatch.web.view.RulesPage.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The form of weights, as shown and as sent. */
final class RulesForm {
    private static final int LONGEST_REASON = 500;

    private final Map<String, String> sent;

    RulesForm(Map<String, String> sent) {
        this.sent = sent;
    }

    static List<Field> fields(Weights weights) {
        var prospect = weights.prospect();
        var customer = weights.customer();
        return List.of(
                field("fit", "Prospect", "Fit", prospect.fit()),
                field("intent", "Prospect", "Intent", prospect.intent()),
                field("relationship", "Prospect", "Relationship", prospect.relationship()),
                field("expansion", "Customer", "Expansion", customer.expansion()),
                field("growth", "Customer", "Growth", customer.growth()),
                field("strategic", "Customer", "Strategic value", customer.strategic()),
                field("revenue", "Customer", "Current revenue", customer.revenue()),
                field("one", "Tier cuts", "Tier 1 from", weights.tiers().one()),
                field("two", "Tier cuts", "Tier 2 from", weights.tiers().two()));
    }

    private static Field field(String name, String group, String label, double value) {
        return new Field(
                name,
                group,
                label,
                BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    int version() {
        return (int) number("version");
    }

    String reason() {
        String reason = sent.getOrDefault("reason", "").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw refused("Say why, in at most " + LONGEST_REASON + " characters", "reason");
        }
        return reason;
    }

    Weights weights() {
        try {
            return new Weights(
                    new ProspectWeights(number("fit"), number("intent"), number("relationship")),
                    new CustomerWeights(number("expansion"), number("growth"), number("strategic"), number("revenue")),
                    new TierCuts(number("one"), number("two")));
        } catch (IllegalArgumentException wrong) {
            throw refused(String.valueOf(wrong.getMessage()), "weights");
        }
    }

    private double number(String name) {
        String text = sent.getOrDefault(name, "").strip();
        if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw refused("The field " + name + " (" + text + ") must be a number", name);
        }
        return Double.parseDouble(text);
    }

    private static RuntimeException refused(String what, String where) {
        return Problem.of(ErrorCode.REQUEST_INVALID, what)
                .at(where)
                .maybe("go back and mend it; nothing was changed")
                .exception();
    }
}
