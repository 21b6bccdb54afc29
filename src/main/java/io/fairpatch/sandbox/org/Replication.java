package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Which records were changed or deleted in a span of time. */
public final class Replication {
    private static final Duration LONGEST_UPDATED = Duration.ofDays(30);
    private static final Duration DELETIONS_KEPT = Duration.ofDays(15);
    private static final int MOST_IDS = 600_000;

    private final Org org;
    private final Sharing sharing;

    public Replication(Org org) {
        this.org = org;
        this.sharing = new Sharing(org);
    }

    /** From start up to but not including end, for the records that a user sees. */
    public record Span(ObjectType type, String userId, Instant start, Instant end) {}

    /** A record that is gone. */
    public record Gone(String id, Instant at) {}

    /** Refuses a span that no org would answer for. Seconds are cut off, as a real org does. */
    public Span span(ObjectType type, String userId, Instant start, Instant end) {
        var now = org.clock().instant();
        if (!start.isBefore(end) || Duration.between(start, end).toMinutes() < 1) {
            throw new RowException(
                    "INVALID_REPLICATION_DATE", "endDate must be at least one minute greater than startDate");
        }
        if (start.isBefore(now.minus(LONGEST_UPDATED))) {
            throw new RowException(
                    "INVALID_REPLICATION_DATE",
                    "startDate before org replication enabled date or more than 30 days ago");
        }
        return new Span(type, userId, start.truncatedTo(ChronoUnit.MINUTES), end.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Up to when the answer for a span is complete: the next call must start here. */
    public Instant covered(Span span) {
        var now = org.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        return span.end().isBefore(now) ? span.end() : now;
    }

    /** Since when deletions are known. */
    public Instant earliest() {
        return org.clock().instant().minus(DELETIONS_KEPT).truncatedTo(ChronoUnit.MINUTES);
    }

    public List<String> updated(Span span) {
        var table = org.table(span.type());
        return limited(
                within(span).filter(row -> !table.isDeleted(row)).map(Row::id).toList());
    }

    public List<Gone> deleted(Span span) {
        if (span.start().isBefore(earliest())) {
            throw new RowException("INVALID_REPLICATION_DATE", "startDate is before the earliest date available");
        }
        var table = org.table(span.type());
        var stamp = stamp(span.type());
        return limited(within(span)
                .filter(table::isDeleted)
                .map(row -> new Gone(row.id(), at(row, stamp)))
                .toList());
    }

    private static <T> List<T> limited(List<T> all) {
        if (all.size() > MOST_IDS) {
            throw new RowException("EXCEEDED_ID_LIMIT", "too many ids: " + all.size());
        }
        return all;
    }

    private Stream<Row> within(Span span) {
        var stamp = stamp(span.type());
        var visible = sharing.visible(span.userId(), span.type());
        return org.table(span.type()).rows().stream()
                .filter(row -> visible == null || visible.test(row))
                .filter(row ->
                        !at(row, stamp).isBefore(span.start()) && at(row, stamp).isBefore(span.end()));
    }

    private static Field stamp(ObjectType type) {
        return type.field("SystemModstamp").or(() -> type.field("CreatedDate")).orElseThrow();
    }

    private static Instant at(Row row, Field stamp) {
        return row.get(stamp) instanceof Long millis ? Instant.ofEpochMilli(millis) : Instant.EPOCH;
    }
}
