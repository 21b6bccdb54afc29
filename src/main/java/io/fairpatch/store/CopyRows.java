package io.fairpatch.store;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows into a COPY in PostgreSQL's text format, column by column; a sync of a large org spends its time here.
 * Text must hold no NUL: PostgreSQL has no place for it. For one thread.
 */
public final class CopyRows {
    private static final int FLUSH_AT = 1 << 16;
    private static final int MOST_BYTES_A_CHAR = 4;
    private static final String UNIQUE_VIOLATION = "23505";

    private final CopyIn copy;
    private final byte[] lead;
    private byte[] buffer = new byte[2 * FLUSH_AT];
    private int end;
    private int rowStart;

    CopyRows(CopyIn copy) {
        this(copy, "");
    }

    /** @param lead what every row begins with, for columns that are the same in all of them */
    CopyRows(CopyIn copy, String lead) {
        this.copy = copy;
        this.lead = lead.isEmpty() ? new byte[0] : (lead + '\t').getBytes(StandardCharsets.US_ASCII);
        beginRow();
    }

    private void beginRow() {
        rowStart = end;
        room(lead.length);
        System.arraycopy(lead, 0, buffer, end, lead.length);
        end += lead.length;
    }

    /** An empty column. */
    public void none() {
        ascii("\\N");
    }

    public void text(@Nullable String value) {
        if (value == null) {
            none();
            return;
        }
        room(MOST_BYTES_A_CHAR * value.length() + 1);
        for (int i = simple(value); i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                plain(c);
            } else if (c < 0x800) {
                put(0xC0 | c >> 6);
                put(0x80 | c & 0x3F);
            } else {
                i += wide(value, i);
            }
        }
        put('\t');
    }

    /** Writes letters up to the first that is no plain ASCII, all of them in most texts; answers how many. */
    private int simple(String value) {
        byte[] to = buffer;
        int at = end;
        int length = value.length();
        int i = 0;
        while (i < length) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '\\') {
                break;
            }
            to[at++] = (byte) c;
            i++;
        }
        end = at;
        return i;
    }

    /** @param value a number as the database reads it */
    public void digits(String value) {
        ascii(value);
    }

    public void number(long value) {
        ascii(Long.toString(value));
    }

    public void number(double value) {
        ascii(Double.toString(value));
    }

    public void flag(boolean value) {
        ascii(value ? "t" : "f");
    }

    /** A text[]. */
    public void texts(Collection<String> values) {
        text(values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}")));
    }

    /** The row is complete. */
    public void endRow() {
        buffer[end - 1] = '\n';
        if (end >= FLUSH_AT) {
            flush(end);
        }
        beginRow();
    }

    /** Forgets the columns of the row begun. */
    public void dropRow() {
        end = rowStart;
        beginRow();
    }

    /** @return rows the database took */
    long finish() {
        flush(rowStart);
        try {
            return copy.endCopy();
        } catch (SQLException e) {
            throw UNIQUE_VIOLATION.equals(e.getSQLState()) ? twice(e) : broken(e);
        }
    }

    /** Forgets everything since the COPY began. */
    void cancel() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static FairpatchException twice(SQLException e) {
        return Problem.of(ErrorCode.ORG_RECORD_COUNT, "The org sent a record twice")
                .because(String.valueOf(e.getMessage()))
                .maybe("sync again; nothing of this copy was kept.")
                .exception(e);
    }

    static FairpatchException broken(SQLException e) {
        return Problem.of(ErrorCode.DATABASE_UNREACHABLE, "The database broke off while rows were copied into it")
                .because(String.valueOf(e.getMessage()))
                .maybe("check that it runs and has disk space, then sync again: nothing was changed.")
                .exception(e);
    }

    private void flush(int bytes) {
        try {
            copy.writeToCopy(buffer, 0, bytes);
        } catch (SQLException e) {
            throw UNIQUE_VIOLATION.equals(e.getSQLState()) ? twice(e) : broken(e);
        }
        end = 0;
        rowStart = 0;
    }

    private void ascii(String value) {
        room(value.length() + 1);
        for (int i = 0; i < value.length(); i++) {
            put(value.charAt(i));
        }
        put('\t');
    }

    /** A character below 0x80; those with a meaning to COPY get a backslash. */
    private void plain(char c) {
        switch (c) {
            case '\\' -> escaped('\\');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            case '\t' -> escaped('t');
            default -> put(c);
        }
    }

    private void escaped(char c) {
        put('\\');
        put(c);
    }

    /** A character of three or four bytes; half a surrogate pair becomes U+FFFD. Returns how many extra chars it took. */
    private int wide(String value, int at) {
        int point = value.codePointAt(at);
        if (point > 0xFFFF) {
            put(0xF0 | point >> 18);
            put(0x80 | point >> 12 & 0x3F);
        } else {
            point = Character.isSurrogate((char) point) ? 0xFFFD : point;
            put(0xE0 | point >> 12);
        }
        put(0x80 | point >> 6 & 0x3F);
        put(0x80 | point & 0x3F);
        return point > 0xFFFF ? 1 : 0;
    }

    private void put(int oneByte) {
        buffer[end++] = (byte) oneByte;
    }

    private void room(int bytes) {
        if (end + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, end + bytes));
        }
    }
}
