package io.fairpatch.sandbox.org;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.sandbox.schema.ObjectType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Opportunities that were given without a close date, which an org requires of each: pipelines kept elsewhere have none
 * while a deal is open. They get the newest one given, so that none is due later than what is known.
 */
final class CloseDates {
    private final List<@Nullable Object[]> rows;
    private final int column;
    private final int isClosed;
    private final List<Integer> without = new ArrayList<>();
    private final int newest;

    private CloseDates(ObjectType type, List<@Nullable Object[]> rows, LocalDate today) {
        this.rows = rows;
        this.column = type.require("CloseDate").column();
        this.isClosed = type.require("IsClosed").column();
        this.newest = rows.stream()
                .map(values -> (Integer) values[column])
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse((int) today.toEpochDay());
    }

    /** Fills in what is missing; which opportunities are closed need not be known yet. */
    static CloseDates fill(ObjectType type, List<@Nullable Object[]> rows, LocalDate today) {
        var dates = new CloseDates(type, rows, today);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i)[dates.column] == null) {
                rows.get(i)[dates.column] = dates.newest;
                dates.without.add(i);
            }
        }
        return dates;
    }

    /** What a closed deal is worth depends on its day: none is made up. To be called once it is known which are. */
    void refuseClosed() {
        for (int i : without) {
            if (Boolean.TRUE.equals(rows.get(i)[isClosed])) {
                throw Problem.of(
                                ErrorCode.SANDBOX_DATA,
                                "Opportunity row %d is closed and has no CloseDate".formatted(i + 1))
                        .at("object Opportunity, row %d, field CloseDate".formatted(i + 1))
                        .because("only open opportunities may come without one")
                        .maybe("write the day on which it was won or lost as 2026-03-31, or leave the row out.")
                        .exception();
            }
        }
    }

    /** How many had none. */
    int filled() {
        return without.size();
    }

    /** The day that they got. */
    LocalDate day() {
        return LocalDate.ofEpochDay(newest);
    }
}
