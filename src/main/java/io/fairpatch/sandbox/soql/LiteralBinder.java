package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.ValueParser;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the values in a query as values of the field they are compared with. */
final class LiteralBinder {
    private final Clock clock;
    private final UserCalendar calendar;
    private final PathBinder paths;

    LiteralBinder(Clock clock, UserCalendar calendar, PathBinder paths) {
        this.clock = clock;
        this.calendar = calendar;
        this.paths = paths;
    }

    Range range(Field field, Literal literal, Token at) {
        if (!fits(field.type(), literal.kind())) {
            throw wrongKind(field, literal, at);
        }
        if (literal.kind() == Literal.Kind.RELATIVE_DATE) {
            return relative(field, literal);
        }
        if (field.type().isText()) {
            return new Range(Range.key(literal.text()), null);
        }
        var text = field.referenceTo().contains("EntityDefinition")
                ? paths.entity(literal.text()).orElse(literal.text())
                : literal.text();
        var value = ValueParser.read(field, text).orElseThrow(() -> unreadable(field, literal, at));
        return Range.of(field, value);
    }

    /** The values that a literal means of a function of a date: a number, or days; empty for what it never gives. */
    Optional<Range> ofDate(Call call, Literal literal) {
        if (!call.isDay()) {
            return literal.text().matches("\\d{1,9}")
                    ? Optional.of(new Range(Integer.valueOf(literal.text()), null))
                    : Optional.empty();
        }
        return switch (literal.kind()) {
            case DATE -> Optional.of(new Range(literal.text(), null));
            case RELATIVE_DATE -> {
                var days = days(literal);
                yield Optional.of(new Range(days.start().toString(), days.end().toString()));
            }
            case STRING, NUMBER, BOOLEAN, NULL, DATETIME, MONEY -> Optional.empty();
        };
    }

    private RelativeDates.Range days(Literal literal) {
        return RelativeDates.range(
                literal.text(), literal.n(), LocalDate.ofInstant(clock.instant(), calendar.zone()), calendar.fiscal());
    }

    private Range relative(Field field, Literal literal) {
        var days = days(literal);
        if (field.type() == FieldType.DATE) {
            return new Range((int) days.start().toEpochDay(), (int) days.end().toEpochDay());
        }
        return new Range(millis(days.start()), millis(days.end()));
    }

    private Long millis(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant().toEpochMilli();
    }

    private static boolean fits(FieldType type, Literal.Kind kind) {
        return switch (kind) {
            case STRING -> type.isText() || type.isId();
            case NUMBER -> type.isNumber();
            case BOOLEAN -> type == FieldType.BOOLEAN;
            case DATE -> type == FieldType.DATE;
            case DATETIME -> type == FieldType.DATETIME;
            case RELATIVE_DATE -> type == FieldType.DATE || type == FieldType.DATETIME;
            case NULL -> true;
            case MONEY -> false;
        };
    }

    private SoqlException wrongKind(Field field, Literal literal, Token at) {
        var type =
                field.type() == FieldType.DATETIME ? "dateTime" : field.type().label();
        boolean wantsQuotes = field.type().isText() || field.type().isId();
        var quotes = wantsQuotes == (literal.kind() == Literal.Kind.STRING)
                ? ""
                : wantsQuotes ? " and should be enclosed in quotes" : " and should not be enclosed in quotes";
        return paths.error(
                at,
                "value of filter criterion for field '%s' must be of type %s%s"
                        .formatted(field.name(), wantsQuotes ? "string" : type, quotes));
    }

    private SoqlException unreadable(Field field, Literal literal, Token at) {
        if (field.type().isId()) {
            return paths.error("INVALID_QUERY_FILTER_OPERATOR", at, "invalid ID field: " + literal.text());
        }
        return paths.error(at, "%s is not a valid value for field '%s'".formatted(literal.text(), field.name()));
    }
}
