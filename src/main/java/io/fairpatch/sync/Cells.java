package io.fairpatch.sync;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.CopyRows;
import io.fairpatch.store.RefusedRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the values of one row after another as what they are. A value that does not fit is left empty and noted; one
 * that must not be empty refuses the row. For one thread.
 */
final class Cells {
    /** Longer texts are no names, places or reasons. */
    private static final int LONGEST = 4_000;
    /** Stands for bytes that were not UTF-8. */
    private static final char NO_TEXT = '\uFFFE';

    private final String object;
    private final Whereabouts whereabouts;
    private final Amounts amounts;
    private final List<RefusedRow> notes = new ArrayList<>();
    private String record = "";

    Cells(String object, Whereabouts whereabouts, Amounts amounts) {
        this.object = object;
        this.whereabouts = whereabouts;
        this.amounts = amounts;
    }

    /** What was noted on this page. */
    List<RefusedRow> notes() {
        return notes;
    }

    void turnTo(String recordId) {
        record = recordId;
    }

    /** @return false when the row must be refused */
    boolean write(Kind kind, String field, String given, CopyRows out) {
        String value = clean(field, given);
        return switch (kind) {
            case ID -> id(field, value, out);
            case NEEDED_TEXT -> !refusedWhen(value.isEmpty(), field, value, "the value is missing") && text(value, out);
            case NEEDED_DATE -> neededDate(field, value, out);
            case NEEDED_MOMENT -> neededMoment(field, value, out);
            case NAME -> name(field, value, out);
            case COUNTRY -> text(whereabouts.country(), out);
            case FLAG -> flag(field, value, out);
            case WORDS -> words(value, out);
            case LATITUDE -> degrees(whereabouts.latitude(), field, value, out);
            case LONGITUDE -> degrees(whereabouts.longitude(), field, value, out);
            case ORIGINAL -> original(out);
            case TIME_ZONE -> text(whereabouts.timeZone(), out);
            case TEXT, LOOKUP, MONEY, OWN_MONEY, COUNT, NUMBER, PERCENT, DATE ->
                value.isEmpty() ? text(value, out) : optional(kind, field, value, out);
        };
    }

    private boolean optional(Kind kind, String field, String value, CopyRows out) {
        return switch (kind) {
            case LOOKUP -> lookup(field, value, out);
            case MONEY -> money(field, value, true, out);
            case OWN_MONEY -> money(field, value, false, out);
            case COUNT -> count(Numbers.count(value), field, value, out);
            case NUMBER -> number(Numbers.number(value), field, value, out);
            case PERCENT -> number(Numbers.number(value) / 100, field, value, out);
            case DATE -> date(field, value, out);
            default -> text(value, out);
        };
    }

    private boolean money(String field, String value, boolean ofRecord, CopyRows out) {
        long cents = Numbers.cents(value);
        if (cents == Numbers.NONE) {
            return left(field, value, "this is not an amount that fits", out);
        }
        if (ofRecord && amounts.unknownRate()) {
            return left(field, value, "the org has no rate for " + amounts.currency(), out);
        }
        out.number(ofRecord ? amounts.own(field, cents, value) : cents);
        return true;
    }

    private String clean(String field, String given) {
        String value = given.indexOf('\0') < 0 ? given : withoutNul(field, given);
        if (value.indexOf(NO_TEXT) >= 0) {
            note(field, value.replace(NO_TEXT, '\uFFFD'), "the bytes are not UTF-8; left empty", true);
            return "";
        }
        if (value.length() > LONGEST) {
            note(field, value, "it has " + value.length() + " characters, more than " + LONGEST + "; left empty", true);
            return "";
        }
        return value;
    }

    private String withoutNul(String field, String value) {
        note(field, value, "a NUL character was removed, which the database cannot hold", true);
        return value.replace("\0", "");
    }

    private boolean id(String field, String value, CopyRows out) {
        if (refusedWhen(!isId(value), field, value, "this is not an id")) {
            return false;
        }
        return text(SalesforceId.of(value).value(), out);
    }

    private boolean lookup(String field, String value, CopyRows out) {
        if (isId(value)) {
            return text(SalesforceId.of(value).value(), out);
        }
        return left(field, value, "this is not an id", out);
    }

    private boolean name(String field, String value, CopyRows out) {
        if (value.isBlank()) {
            note(field, value, "the name is missing; the id stands in for it", true);
            return text(SalesforceId.of(record).value(), out);
        }
        return text(value, out);
    }

    private boolean neededMoment(String field, String value, CopyRows out) {
        long micros = Dates.epochMicros(value);
        if (refusedWhen(micros == Numbers.NONE, field, value, "this is not a moment")) {
            return false;
        }
        out.moment(micros);
        return true;
    }

    private boolean neededDate(String field, String value, CopyRows out) {
        long day = Dates.epochDay(value);
        if (refusedWhen(day == Numbers.NONE, field, value, "this is not a date (YYYY-MM-DD)")) {
            return false;
        }
        out.day(day);
        return true;
    }

    private boolean date(String field, String value, CopyRows out) {
        long day = Dates.epochDay(value);
        if (day == Numbers.NONE) {
            return left(field, value, "this is not a date (YYYY-MM-DD)", out);
        }
        out.day(day);
        return true;
    }

    private boolean original(CopyRows out) {
        var original = amounts.original();
        if (original.isEmpty()) {
            out.none();
        } else {
            out.json(original);
        }
        return true;
    }

    private boolean flag(String field, String value, CopyRows out) {
        boolean yes = value.equals("true") || value.equals("1");
        if (!yes && !value.isEmpty() && !value.equals("false") && !value.equals("0")) {
            note(field, value, "this is neither true nor false; taken as false", true);
        }
        out.flag(yes);
        return true;
    }

    private boolean words(String value, CopyRows out) {
        if (value.isEmpty()) {
            out.texts(Set.of());
            return true;
        }
        var words = new TreeSet<String>();
        Arrays.stream(value.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        out.texts(words);
        return true;
    }

    private boolean degrees(double found, String field, String value, CopyRows out) {
        if (whereabouts.known()) {
            out.number(found);
        } else if (value.isEmpty()) {
            out.none();
        } else {
            left(field, value, "this is not a place on earth", out);
        }
        return true;
    }

    private boolean count(long parsed, String field, String value, CopyRows out) {
        if (parsed == Numbers.NONE) {
            return left(field, value, "this is not a whole number that fits", out);
        }
        out.count((int) parsed);
        return true;
    }

    private boolean number(double parsed, String field, String value, CopyRows out) {
        if (Double.isNaN(parsed)) {
            return left(field, value, "this is not a number that fits", out);
        }
        out.number(parsed);
        return true;
    }

    private boolean text(String value, CopyRows out) {
        out.text(value.isEmpty() ? null : value);
        return true;
    }

    private boolean left(String field, String value, String reason, CopyRows out) {
        note(field, value, reason + "; left empty", true);
        out.none();
        return true;
    }

    private boolean refusedWhen(boolean bad, String field, String value, String reason) {
        if (bad) {
            note(field, value, reason + "; the row was left out", false);
        }
        return bad;
    }

    private void note(String field, String value, String reason, boolean kept) {
        notes.add(new RefusedRow(object, record, field, value, reason, kept));
    }

    private static boolean isId(String value) {
        if (value.length() != 15 && value.length() != 18) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }
}
