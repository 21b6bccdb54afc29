package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @Property
    void digits_are_read_to_the_last_bit(
            @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long digits,
            @ForAll @IntRange(max = 14) int decimals) {
        var text = BigDecimal.valueOf(digits, decimals).toPlainString();

        assertThat(Numbers.number(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E3", "-0", ".5", "00012.50", "12345678901234567890", "0.12345678901234567"})
    void others_are_read_as_java_reads_them(String text) {
        assertThat(Numbers.number(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ".", "1.2.3", "1d", "NaN", "1,5", "--1", "Infinity"})
    void what_is_no_number_is_none(String text) {
        assertThat(Numbers.number(text)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T10:00:00.000Z",
                "2026-01-31T10:60:00.000Z",
                "2026-01-31T10:00:00.0x0Z",
                "2026-01-31T24:00:00.000+0000",
                "2026-01-31",
                "0000-01-31T10:00:00.000Z",
                "soon",
                ""
            })
    void what_is_no_moment_is_none(String text) {
        assertThat(Dates.epochMicros(text)).isEqualTo(Numbers.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T23:59:59.999Z, 2024-02-29T23:59:59.999Z",
        "2026-01-31T10:00:00Z, 2026-01-31T10:00:00Z",
        "2026-01-31T10:00:00.000+0000, 2026-01-31T10:00:00Z",
        "2026-01-31T10:00:00.120+01:30, 2026-01-31T08:30:00.120Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "0001-01-01T00:00:00.001+0000, 0001-01-01T00:00:00.001Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z"
    })
    void moments_come_in_several_forms(String text, Instant moment) {
        assertThat(Dates.epochMicros(text)).isEqualTo(moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000);
    }
}
