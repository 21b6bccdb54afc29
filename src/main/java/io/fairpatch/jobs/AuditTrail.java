package io.fairpatch.jobs;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.AuditEntry;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who did what, when: to look at, to take away, to check. Callers check the right to see. Thread-safe. */
@Singleton
public class AuditTrail {
    private static final int PAGE = 1_000;

    private final AuditLog log;

    AuditTrail(AuditLog log) {
        this.log = log;
    }

    /**
     * One line.
     *
     * @param details JSON
     * @param hash over this line and the one before
     */
    public record Line(long seq, Instant at, String actor, String action, String subject, String details, String hash) {
        static Line of(AuditEntry entry) {
            return new Line(
                    entry.seq(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.subject(),
                    entry.details(),
                    entry.hash());
        }
    }

    /**
     * Whether the lines hang together.
     *
     * @param broken the first line that was changed or that follows a missing one; null when none is
     * @param lines how many there are
     * @param hash of the last line: kept elsewhere, it shows later whether lines were cut off
     */
    public record Check(@Nullable Long broken, long lines, String hash) {}

    /** Adds a line about something that no proposal tells of. */
    public void note(SalesforceId org, String actor, String action, String subject, Map<String, ?> details) {
        log.append(org, actor, action, subject, details);
    }

    /** Lines after {@code afterSeq} (0 for all), oldest first. */
    public List<Line> lines(SalesforceId org, long afterSeq, int most) {
        return log.entries(org, afterSeq, most).stream().map(Line::of).toList();
    }

    /** Walks the whole chain. */
    public Check check(SalesforceId org) {
        Long broken = log.verify(org).orElse(null);
        Line last = null;
        long count = 0;
        for (List<Line> page = lines(org, 0, PAGE); !page.isEmpty(); page = lines(org, last.seq(), PAGE)) {
            count += page.size();
            last = page.get(page.size() - 1);
        }
        return new Check(broken, count, last == null ? "" : last.hash());
    }

    /** Writes every line as a JSON object on a line of its own. Does not close {@code target}. */
    public void export(SalesforceId org, Writer target) {
        long after = 0;
        try {
            for (List<Line> page = lines(org, after, PAGE); !page.isEmpty(); page = lines(org, after, PAGE)) {
                for (Line line : page) {
                    target.write(json(line));
                    target.write('\n');
                }
                after = page.get(page.size() - 1).seq();
            }
            target.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Line line) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("seq", line.seq());
        fields.put("at", line.at().toString());
        fields.put("actor", line.actor());
        fields.put("action", line.action());
        fields.put("subject", line.subject());
        fields.put("details", JobJson.read(line.details()));
        fields.put("hash", line.hash());
        return JobJson.write(fields);
    }
}
