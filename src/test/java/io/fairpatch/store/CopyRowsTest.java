package io.fairpatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import net.jqwik.time.api.Dates;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What is copied as bytes is what PostgreSQL makes of the same values as text. */
class CopyRowsTest {
    private static final Jdbi JDBI = Database.jdbi(TestDatabase.fresh());
    private static final String COLUMNS = "org, words, whole, cents, share, yes, day, at, list, original";
    private static final String TYPES =
            "org text, words text, whole integer, cents bigint, share double precision, yes boolean, day date,"
                    + " at timestamptz, list text[], original jsonb";

    record Row(
            @Nullable String words,
            @Nullable Integer whole,
            @Nullable Long cents,
            @Nullable Double share,
            @Nullable Boolean yes,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable List<String> list) {
        void into(CopyRows out) {
            out.text(words);
            given(whole, out::count, out);
            given(cents, value -> out.number(value.longValue()), out);
            given(share, value -> out.number(value.doubleValue()), out);
            given(yes, out::flag, out);
            given(day, value -> out.day(value.toEpochDay()), out);
            given(at, value -> out.moment(value.getEpochSecond() * 1_000_000 + value.getNano() / 1_000), out);
            given(list, out::texts, out);
            given(cents, value -> out.json("{\"Amount\":\"" + value + "\"}"), out);
        }

        private static <T> void given(@Nullable T value, Consumer<T> write, CopyRows out) {
            if (value == null) {
                out.none();
            } else {
                write.accept(value);
            }
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }

        private @Nullable String listed() {
            return list == null
                    ? null
                    : list.stream()
                            .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                            .collect(Collectors.joining(",", "{", "}"));
        }

        void asText(Handle handle) {
            handle.createUpdate(
                            """
                            INSERT INTO by_text SELECT 'org', CAST(:words AS text), CAST(:whole AS integer),
                              CAST(:cents AS bigint), CAST(:share AS double precision), CAST(:yes AS boolean),
                              CAST(:day AS date), CAST(:at AS timestamptz), CAST(:list AS text[]),
                              CAST(:original AS jsonb)
                            """)
                    .bind("words", words)
                    .bind("whole", text(whole))
                    .bind("cents", text(cents))
                    .bind("share", text(share))
                    .bind("yes", text(yes))
                    .bind("day", text(day))
                    .bind("at", text(at))
                    .bind("list", listed())
                    .bind("original", cents == null ? null : "{\"Amount\":\"" + cents + "\"}")
                    .execute();
        }
    }

    @Provide
    Arbitrary<Row> rows() {
        var words = Arbitraries.strings()
                .withCharRange('\u0001', '\uD7FF')
                .withChars("\\\t\n\r\"',{}\uFFFD")
                .ofMaxLength(40);
        var beyond = Arbitraries.of("😀 𝒳", "NULL", "\\N", "\\.", "");
        var any = Arbitraries.oneOf(words, beyond);
        var day = Dates.dates()
                .between(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31))
                .injectNull(0.1);
        var at = DateTimes.instants()
                .between(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59Z"))
                .ofPrecision(ChronoUnit.MICROS)
                .injectNull(0.1);
        return Combinators.combine(
                        any.injectNull(0.1),
                        Arbitraries.integers().injectNull(0.1),
                        Arbitraries.longs().injectNull(0.1),
                        Arbitraries.doubles().injectNull(0.1),
                        Arbitraries.of(true, false).injectNull(0.1),
                        day,
                        at,
                        any.list().ofMaxSize(4).injectNull(0.1))
                .as(Row::new);
    }

    @Property(tries = 60)
    void bytes_say_the_same_as_text(@ForAll List<@From("rows") Row> rows) {
        JDBI.useTransaction(handle -> {
            handle.execute("CREATE TEMPORARY TABLE by_bytes (" + TYPES + ") ON COMMIT DROP");
            handle.execute("CREATE TEMPORARY TABLE by_text (" + TYPES + ") ON COMMIT DROP");
            long taken = copied(
                    handle,
                    out -> rows.forEach(row -> {
                        row.into(out);
                        out.endRow();
                    }));

            assertThat(taken).isEqualTo(rows.size());
            rows.forEach(row -> row.asText(handle));
            assertThat(handle.createQuery(
                                    """
                                    SELECT to_jsonb(by_bytes) FROM by_bytes EXCEPT ALL SELECT to_jsonb(by_text) FROM by_text
                                    """)
                            .mapTo(String.class)
                            .list())
                    .isEmpty();
        });
    }

    @Test
    void a_dropped_row_and_half_a_letter_leave_no_trace() {
        JDBI.useTransaction(handle -> {
            handle.execute("CREATE TEMPORARY TABLE by_bytes (" + TYPES + ") ON COMMIT DROP");
            var row = new Row("\uD83D half", null, null, null, null, null, null, null);
            long taken = copied(handle, out -> {
                out.text("gone");
                out.count(7);
                out.dropRow();
                row.into(out);
                out.endRow();
                out.text("gone too");
            });

            assertThat(taken).isOne();
            assertThat(handle.createQuery("SELECT words FROM by_bytes WHERE org = 'org'")
                            .mapTo(String.class)
                            .list())
                    .containsExactly("\uFFFD half");
        });
    }

    @Test
    void a_row_of_too_few_columns_is_refused() {
        JDBI.useTransaction(handle -> {
            handle.execute("CREATE TEMPORARY TABLE by_bytes (" + TYPES + ") ON COMMIT DROP");
            assertThatThrownBy(() -> copied(handle, out -> {
                        out.text("short");
                        out.endRow();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            handle.rollback();
        });
    }

    /** However it ends, the COPY does: the rollback would wait for it for ever. Answers the rows taken. */
    private static long copied(Handle handle, Consumer<CopyRows> rows) {
        var out = begun(handle);
        try {
            rows.accept(out);
            return out.finish();
        } finally {
            out.cancel();
        }
    }

    private static CopyRows begun(Handle handle) {
        try {
            var copies = handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
            return new CopyRows(copies.copyIn("COPY by_bytes (" + COLUMNS + ") FROM STDIN (FORMAT binary)"), "org");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
