package io.fairpatch.watch;

import io.fairpatch.config.CalendarConfig;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When reviews are due, from {@code calendar.yml}. Pure. */
final class ReviewCalendar {
    private static final int MONTHS_A_QUARTER = 3;
    private static final int QUARTERS = 4;

    private final CalendarConfig calendar;

    ReviewCalendar(CalendarConfig calendar) {
        this.calendar = calendar;
    }

    /** The reviews of the quarter that a day lies in and of the three that follow it, the earliest first. */
    List<ReviewTask> from(LocalDate day) {
        LocalDate yearBegins = calendar.yearBegins(day);
        int now = (int) (yearBegins.until(day).toTotalMonths() / MONTHS_A_QUARTER);
        return IntStream.range(now, now + QUARTERS)
                .boxed()
                .flatMap(index -> of(yearBegins.plusMonths((long) MONTHS_A_QUARTER * index), index % QUARTERS + 1))
                .toList();
    }

    private Stream<ReviewTask> of(LocalDate due, int quarter) {
        int year = calendar.yearBegins(due)
                .plusMonths((long) MONTHS_A_QUARTER * QUARTERS)
                .minusDays(1)
                .getYear();
        return calendar.reviews().stream()
                .filter(review -> review.quarter() == quarter)
                .map(review -> new ReviewTask(year, quarter, review.purpose(), due, null));
    }
}
