package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Values of REST answers as the text that Bulk CSV has for them. */
final class FieldText {
    private static final Pattern DATETIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3})\\+0000");

    private FieldText() {}

    /** Numbers without exponent, booleans true or false, datetimes ending in Z; null is empty. */
    static String of(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        var text = value.asText();
        var datetime = text.endsWith("+0000") ? DATETIME.matcher(text) : null;
        return datetime != null && datetime.matches() ? datetime.group(1) + "Z" : text;
    }
}
