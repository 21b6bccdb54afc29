package io.fairpatch.plan.solve;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fairpatch.plan.kernel.model.Scale;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads a JSON number as an exact count of millionths. */
final class Decimals {
    private static final int PLAIN_DIGITS = 12;

    private Decimals() {}

    /** The number at hand in millionths; refuses other types, more than six decimals and more than 10^12. */
    static long read(JsonParser json) throws IOException {
        var token = json.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw Faults.type(json, "a number");
        }
        int length = json.getTextLength();
        if (token == JsonToken.VALUE_NUMBER_INT && length <= PLAIN_DIGITS) {
            return json.getLongValue() * Scale.ONE;
        }
        return exact(json);
    }

    private static long exact(JsonParser json) throws IOException {
        BigDecimal value = json.getDecimalValue();
        if (value.signum() == 0) {
            return 0;
        }
        if (value.precision() - (long) value.scale() > PLAIN_DIGITS + 1) {
            throw Faults.large(json, json.getText());
        }
        var plain = value.stripTrailingZeros();
        if (plain.scale() > Scale.DECIMALS) {
            throw Faults.decimals(json, json.getText());
        }
        var millionths = plain.movePointRight(Scale.DECIMALS);
        if (millionths.abs().compareTo(BigDecimal.valueOf(Scale.LARGEST)) > 0) {
            throw Faults.large(json, json.getText());
        }
        return millionths.longValueExact();
    }
}
