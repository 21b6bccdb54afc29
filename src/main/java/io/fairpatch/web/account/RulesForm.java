package io.fairpatch.web.account;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.insight.land.ScoringModels.Weights;
import io.fairpatch.web.view.RulesPage.Field;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form of weights, as shown and as sent. */
final class RulesForm {
    private static final int LONGEST_REASON = 500;

    private static final Map<String, Label> LABELS = Map.of(
            "fit", new Label("Prospect", "Fit"),
            "intent", new Label("Prospect", "Intent"),
            "relationship", new Label("Prospect", "Relationship"),
            "expansion", new Label("Customer", "Expansion"),
            "growth", new Label("Customer", "Growth"),
            "strategic", new Label("Customer", "Strategic value"),
            "revenue", new Label("Customer", "Current revenue"),
            "one", new Label("Tier cuts", "Tier 1 from"),
            "two", new Label("Tier cuts", "Tier 2 from"));

    private final Map<String, String> sent;

    private record Label(String group, String text) {}

    RulesForm(Map<String, String> sent) {
        this.sent = sent;
    }

    static List<Field> fields(Weights weights) {
        return weights.named().entrySet().stream()
                .map(entry -> field(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Field field(String name, double value) {
        Label label = LABELS.getOrDefault(name, new Label("", name));
        return new Field(
                name,
                label.group(),
                label.text(),
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

    /** @param before the weights in force, whose names are those of the fields */
    Weights weights(Weights before) {
        var given = new HashMap<String, Double>();
        before.named().keySet().forEach(name -> given.put(name, number(name)));
        return before.with(given);
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
