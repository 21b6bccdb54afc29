package io.fairpatch.web.timeline;

import io.fairpatch.model.AuditFilter;
import io.fairpatch.web.view.TimelinePage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which lines of the log are shown, as the address of the page says it. */
record LogFilter(String actor, String action, String subject) {
    private static final List<TimelinePage.Kind> KINDS = List.of(
            new TimelinePage.Kind("proposal", "Proposals and decisions"),
            new TimelinePage.Kind("commit", "Writes to the org"),
            new TimelinePage.Kind("account", "Pins"),
            new TimelinePage.Kind("person", "People and roles"),
            new TimelinePage.Kind("token", "Tokens"),
            new TimelinePage.Kind("session", "Sessions"),
            new TimelinePage.Kind("trigger", "Triggers"),
            new TimelinePage.Kind("review", "Reviews"));

    static LogFilter of(@Nullable String actor, @Nullable String action, @Nullable String subject) {
        return new LogFilter(text(actor), text(action), text(subject));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    AuditFilter lines() {
        return new AuditFilter(any(actor), any(action), any(subject));
    }

    private static @Nullable String any(String value) {
        return value.isEmpty() ? null : value;
    }

    TimelinePage.Filter shown() {
        return new TimelinePage.Filter(actor, action, subject, KINDS, address("/timeline/timeline.csv", null));
    }

    boolean any() {
        return !query().isEmpty();
    }

    /** @param before the number of the line that is not shown any more; null for the newest */
    String address(String path, @Nullable Long before) {
        String query = Stream.of(query(), before == null ? "" : "before=" + before)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private String query() {
        return Stream.of(part("actor", actor), part("action", action), part("subject", subject))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
