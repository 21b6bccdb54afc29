package io.fairpatch.watch;

import io.fairpatch.access.Person;
import io.fairpatch.config.CalendarConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** The reviews of the year as tasks that somebody ticks off. Thread-safe. */
@Singleton
public class ReviewTasks {
    private static final int LONGEST_NOTE = 500;

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Clock clock;
    private final ZoneId zone;
    private final ReviewCalendar calendar;

    ReviewTasks(Jdbi jdbi, AuditLog audit, CalendarConfig calendar, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.zone = ZoneId.of(calendar.timeZone());
        this.calendar = new ReviewCalendar(calendar);
    }

    /** Today, in the calendar's zone. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** Makes the tasks of this quarter and the three that follow; those that are there stay as they are. */
    public void ensure(SalesforceId org) {
        jdbi.useTransaction(h -> {
            for (ReviewTask task : calendar.from(today())) {
                h.createUpdate(
                                """
                                INSERT INTO review_task (org_id, year, quarter, purpose, due)
                                VALUES (:org, :year, :quarter, :purpose, :due)
                                ON CONFLICT (org_id, year, quarter, purpose) DO NOTHING
                                """)
                        .bind("org", org.value())
                        .bind("year", task.year())
                        .bind("quarter", task.quarter())
                        .bind("purpose", task.purpose())
                        .bind("due", task.due())
                        .execute();
            }
        });
    }

    /** All that are due or coming, and those of the last year; the earliest first. */
    public List<ReviewTask> all(SalesforceId org) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT * FROM review_task WHERE org_id = :org AND (done_at IS NULL OR due > :from)
                        ORDER BY due, purpose
                        """)
                .bind("org", org.value())
                .bind("from", today().minusYears(1))
                .map((row, context) -> task(row))
                .list());
    }

    /**
     * Ticks the reviews of a quarter off.
     *
     * @param key as 2027-Q1
     * @param note what came of it, at most 500 characters
     * @throws io.fairpatch.error.FairpatchException REVIEW_NOT_FOUND when none of that quarter is to be done
     */
    public void done(SalesforceId org, String key, String note, Person who) {
        if (note.length() > LONGEST_NOTE) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "A note must have at most " + LONGEST_NOTE + " characters")
                    .at("note")
                    .maybe("shorten it, and keep the rest where it can be linked to")
                    .exception();
        }
        jdbi.useTransaction(handle -> {
            int done = handle.createUpdate(
                            """
                            UPDATE review_task SET done_by = :person, done_at = :now, note = :note
                            WHERE org_id = :org AND year || '-Q' || quarter = :key AND done_at IS NULL
                            """)
                    .bind("org", org.value())
                    .bind("key", key)
                    .bind("person", who.name())
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("note", note.strip())
                    .execute();
            if (done == 0) {
                throw Problem.of(ErrorCode.REVIEW_NOT_FOUND, "No review of " + key + " is to be done")
                        .maybe("look at the list again: somebody may have ticked it off")
                        .exception();
            }
            audit.append(handle, org, who.name(), "review.done", key, Map.of("note", note.strip()));
        });
    }

    private static ReviewTask task(ResultSet row) throws SQLException {
        String by = row.getString("done_by");
        return new ReviewTask(
                row.getInt("year"),
                row.getInt("quarter"),
                row.getString("purpose"),
                row.getObject("due", LocalDate.class),
                by == null
                        ? null
                        : new ReviewTask.Done(
                                by,
                                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                                Objects.requireNonNullElse(row.getString("note"), "")));
    }
}
