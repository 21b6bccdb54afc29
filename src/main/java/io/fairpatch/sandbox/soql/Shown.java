package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldType;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a query wants a value shown, as a user in the United States would see it.
 *
 * @param function FORMAT, TOLABEL, CONVERTCURRENCY or DISTANCE
 * @param alias another name for the value; empty for none
 * @param distance what is shown in place of the field; null for the field itself
 * @param zone of the user
 */
public record Shown(String function, String alias, @Nullable Distance distance, ZoneId zone) {
    static final String CONVERTCURRENCY = "CONVERTCURRENCY";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M/d/yyyy, h:mm a", Locale.US);
    private static final DateTimeFormatter JSON_MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    Shown(String function, String alias, ZoneId zone) {
        this(function, alias, null, zone);
    }

    /** Whether amounts are wanted in the org's own currency. */
    boolean converts() {
        return function.equals(CONVERTCURRENCY);
    }

    @Nullable
    Object of(Field field, @Nullable Object json) {
        if (json == null || !function.equals("FORMAT")) {
            return json;
        }
        return switch (field.type()) {
            case CURRENCY -> NumberFormat.getCurrencyInstance(Locale.US).format(json);
            case PERCENT -> number(field, json) + "%";
            case INT, DOUBLE -> number(field, json);
            case DATE -> DAY.format(LocalDate.parse(json.toString()));
            case DATETIME ->
                MOMENT.format(OffsetDateTime.parse(json.toString(), JSON_MOMENT).atZoneSameInstant(zone));
            default -> json;
        };
    }

    private static String number(Field field, Object json) {
        var format = NumberFormat.getNumberInstance(Locale.US);
        if (field.type() != FieldType.INT) {
            format.setMinimumFractionDigits(field.scale());
            format.setMaximumFractionDigits(field.scale());
        }
        return format.format(json);
    }
}
