package io.fairpatch.store;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows into a COPY in PostgreSQL's binary format, column by column, each as the type that its column has: the
 * server takes the bytes as they are and parses nothing. A sync of a large org spends its time here. Text must hold no
 * NUL: PostgreSQL has no place for it. For one thread.
 *
 * <p>The format, by the manual's page on COPY: a signature; of each row the number of its fields (2 bytes) and each field
 * with its length before it (4 bytes, -1 for an empty one); the number -1 at the end. Numbers have their highest byte
 * first.
 */
public final class CopyRows {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int FLUSH_AT = 1 << 16;
    private static final int MOST_BYTES_A_CHAR = 3;
    private static final int TEXT_OID = 25;
    private static final byte JSONB_VERSION = 1;
    /** PostgreSQL counts days and microseconds from the year 2000 on. */
    private static final int DAYS_TO_2000 = 10_957;

    private static final long MICROS_TO_2000 = DAYS_TO_2000 * 86_400_000_000L;
    private static final String UNIQUE_VIOLATION = "23505";

    private final CopyIn copy;
    private final String lead;
    private final int columns;
    private byte[] buffer = new byte[2 * FLUSH_AT];
    private int end;
    private int rowStart;
    private int written;

    CopyRows(CopyIn copy) {
        this(copy, "");
    }

    /** @param lead the text that every row begins with, for a column that is the same in all of them */
    CopyRows(CopyIn copy, String lead) {
        this.copy = copy;
        this.lead = lead;
        this.columns = copy.getFieldCount();
        System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
        end = SIGNATURE.length;
        beginRow();
    }

    private void beginRow() {
        rowStart = end;
        written = 0;
        room(Short.BYTES);
        twoBytes(columns);
        if (!lead.isEmpty()) {
            text(lead);
        }
    }

    /** An empty column. */
    public void none() {
        room(Integer.BYTES);
        fourBytes(-1);
        written++;
    }

    /** A text. */
    public void text(@Nullable String value) {
        if (value == null) {
            none();
            return;
        }
        int start = begin(MOST_BYTES_A_CHAR * value.length());
        letters(value);
        complete(start);
    }

    /** A jsonb. */
    public void json(String value) {
        int start = begin(MOST_BYTES_A_CHAR * value.length() + 1);
        put(JSONB_VERSION);
        letters(value);
        complete(start);
    }

    /** An integer. */
    public void count(int value) {
        field(Integer.BYTES);
        fourBytes(value);
    }

    /** A bigint. */
    public void number(long value) {
        field(Long.BYTES);
        eightBytes(value);
    }

    /** A double precision. */
    public void number(double value) {
        number(Double.doubleToLongBits(value));
    }

    /** A boolean. */
    public void flag(boolean value) {
        field(1);
        put(value ? 1 : 0);
    }

    /** A date. @param epochDay days since 1970 */
    public void day(long epochDay) {
        count(Math.toIntExact(epochDay - DAYS_TO_2000));
    }

    /** A timestamptz. @param epochMicros microseconds since 1970, UTC */
    public void moment(long epochMicros) {
        number(epochMicros - MICROS_TO_2000);
    }

    /** A text[]: its dimensions, that none is empty, the type of each, how many, from which index on, and then they. */
    public void texts(Collection<String> values) {
        int bytes = 5 * Integer.BYTES;
        for (var value : values) {
            bytes += Integer.BYTES + MOST_BYTES_A_CHAR * value.length();
        }
        int start = begin(bytes);
        fourBytes(values.isEmpty() ? 0 : 1);
        fourBytes(0);
        fourBytes(TEXT_OID);
        if (!values.isEmpty()) {
            fourBytes(values.size());
            fourBytes(1);
            values.forEach(this::element);
        }
        complete(start);
    }

    private void element(String value) {
        int start = end;
        end += Integer.BYTES;
        letters(value);
        length(start);
    }

    /** The row is complete. */
    public void endRow() {
        if (written != columns) {
            throw new IllegalStateException("A row of " + columns + " columns has " + written);
        }
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
        end = rowStart;
        room(Short.BYTES);
        twoBytes(-1);
        flush(end);
        try {
            return copy.endCopy();
        } catch (SQLException e) {
            throw refused(e);
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

    private static FairpatchException refused(SQLException e) {
        return UNIQUE_VIOLATION.equals(e.getSQLState()) ? twice(e) : broken(e);
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
            throw refused(e);
        }
        end = 0;
        rowStart = 0;
    }

    /** Begins a field of unknown length; answers where that is to be filled in. */
    private int begin(int mostBytes) {
        int start = end;
        room(Integer.BYTES + mostBytes);
        end += Integer.BYTES;
        return start;
    }

    private void complete(int start) {
        length(start);
        written++;
    }

    private void length(int start) {
        int after = end;
        end = start;
        fourBytes(after - start - Integer.BYTES);
        end = after;
    }

    private void field(int bytes) {
        room(Integer.BYTES + bytes);
        fourBytes(bytes);
        written++;
    }

    private void letters(String value) {
        for (int i = simple(value); i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                put(c);
            } else if (c < 0x800) {
                put(0xC0 | c >> 6);
                put(0x80 | c & 0x3F);
            } else {
                i += wide(value, i);
            }
        }
    }

    /** Writes letters up to the first that is no ASCII, all of them in most texts; answers how many. */
    private int simple(String value) {
        byte[] to = buffer;
        int at = end;
        int length = value.length();
        int i = 0;
        while (i < length) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                break;
            }
            to[at++] = (byte) c;
            i++;
        }
        end = at;
        return i;
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

    private void twoBytes(int value) {
        SHORTS.set(buffer, end, (short) value);
        end += Short.BYTES;
    }

    private void fourBytes(int value) {
        INTS.set(buffer, end, value);
        end += Integer.BYTES;
    }

    private void eightBytes(long value) {
        LONGS.set(buffer, end, value);
        end += Long.BYTES;
    }

    private void room(int bytes) {
        if (end + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, end + bytes));
        }
    }
}
