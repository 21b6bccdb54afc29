package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads values from text as clients send them, and checks them against the field. */
public final class ValueParser {
    /** Zone offsets come as +0000 too, which ISO 8601 in Java does not read. */
    private static final Pattern SHORT_OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})$");

    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    private ValueParser() {}

    /** The value of a text that is not empty; empty when it is not of the field's type. Limits are not checked. */
    public static Optional<Object> read(Field field, String text) {
        try {
            return Optional.ofNullable(
                    switch (field.type()) {
                        case BOOLEAN -> bool(text);
                        case INT ->
                            Integer.valueOf(new BigDecimal(text.strip())
                                    .setScale(0, RoundingMode.UNNECESSARY)
                                    .intValueExact());
                        case DOUBLE, CURRENCY, PERCENT -> decimal(field, text);
                        case DATE -> Math.toIntExact(date(text).toEpochDay());
                        case DATETIME -> Values.stamp(time(text));
                        case ID, REFERENCE -> RecordIds.normalise(text).orElse(null);
                        case ADDRESS, COMPLEXVALUE -> null;
                        default -> text;
                    });
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As {@link #read}, within the field's limits. */
    static Object check(Field field, String text) {
        var value = read(field, text).orElseThrow(() -> wrongType(field, text));
        if (!field.picklist().isEmpty()) {
            var chosen = inTheListsLetterCase(field, text);
            checkText(field, chosen);
            return chosen;
        }
        if (field.type().isText()) {
            checkText(field, text);
        }
        if (field.precision() > 0 && value instanceof Double number) {
            checkRange(field, number, field.precision() - field.scale());
        }
        if (field.length() > 0 && value instanceof Integer number && field.type() == FieldType.INT) {
            checkRange(field, number, field.length());
        }
        return value;
    }

    /** The values as the list writes them: no two of a list differ in letter case alone. */
    private static String inTheListsLetterCase(Field field, String text) {
        var parts = field.type() == FieldType.MULTIPICKLIST ? text.split(";") : new String[] {text};
        return Arrays.stream(parts)
                .map(part -> field.picklist().stream()
                        .filter(part::equalsIgnoreCase)
                        .findFirst()
                        .orElse(part))
                .collect(Collectors.joining(";"));
    }

    private static RowException wrongType(Field field, String text) {
        if (field.type().isId()) {
            return new RowException(
                    "MALFORMED_ID", field.label() + ": id value of incorrect type: " + text, field.name());
        }
        return new RowException(
                "INVALID_TYPE_ON_FIELD_IN_RECORD",
                field.label() + ": value not of required type: " + text,
                field.name());
    }

    private static void checkText(Field field, String text) {
        if (field.length() > 0 && text.length() > field.length()) {
            var message = "%s: data value too large: %s (max length=%d)".formatted(field.label(), text, field.length());
            throw new RowException("STRING_TOO_LONG", message, field.name());
        }
        if (field.type() == FieldType.EMAIL && !MAIL.matcher(text).matches()) {
            throw new RowException(
                    "INVALID_EMAIL_ADDRESS", field.label() + ": invalid email address: " + text, field.name());
        }
        boolean free = !field.is(FieldFlag.RESTRICTED_PICKLIST);
        var parts = field.type() == FieldType.MULTIPICKLIST ? text.split(";") : new String[] {text};
        if (!free && !Arrays.stream(parts).allMatch(field.picklist()::contains)) {
            throw new RowException(
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    field.label() + ": bad value for restricted picklist field: " + text,
                    field.name());
        }
    }

    private static void checkRange(Field field, Number number, int digits) {
        if (Math.abs(number.doubleValue()) >= Math.pow(10, digits)) {
            throw new RowException(
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    field.label() + ": value outside of valid range on numeric field: " + number,
                    field.name());
        }
    }

    private static Double decimal(Field field, String text) {
        var number = new BigDecimal(text.strip());
        return (field.precision() > 0 ? number.setScale(field.scale(), RoundingMode.HALF_UP) : number).doubleValue();
    }

    private static @Nullable Boolean bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** The day of a date or of a time: exports write dates with a time too. */
    private static LocalDate date(String text) {
        return LocalDate.parse(text.strip().split("[T ]", 2)[0]);
    }

    private static Instant time(String text) {
        var iso = SHORT_OFFSET.matcher(text.strip()).replaceFirst("$1:$2");
        if (iso.indexOf('T') < 0 && iso.indexOf(' ') < 0) {
            return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        iso = iso.replace(' ', 'T');
        boolean zoned = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
        return OffsetDateTime.parse(zoned ? iso : iso + "Z").toInstant();
    }
}
