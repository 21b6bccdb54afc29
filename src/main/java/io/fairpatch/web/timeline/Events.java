package io.fairpatch.web.timeline;

import io.fairpatch.review.Timeline.Event;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.TimelinePage;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of the log in a person's words. */
final class Events {
    private static final ObjectMapper JSON = ObjectMapper.getDefault();
    private static final Argument<Map<String, Object>> FACTS = Argument.mapOf(String.class, Object.class);

    private Events() {}

    static TimelinePage.Row row(Event event) {
        return new TimelinePage.Row(
                event.seq(),
                Show.moment(event.at()),
                event.actor(),
                words(event.action()),
                event.subject(),
                href(event),
                details(event.details()),
                event.hash().substring(0, 12));
    }

    /** The kept facts as a person reads them: {@code {"newVersion":2}} is "new version 2". */
    static String details(String json) {
        try {
            Map<String, Object> facts = JSON.readValue(json, FACTS);
            return facts.entrySet().stream()
                    .filter(fact -> fact.getValue() != null)
                    .map(fact -> spaced(fact.getKey()) + " " + shown(fact.getValue()))
                    .collect(Collectors.joining("; "));
        } catch (IOException e) {
            return json;
        }
    }

    private static String spaced(String key) {
        return key.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static String shown(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(Events::shown).collect(Collectors.joining(", "));
        }
        if (value instanceof Number number && number.doubleValue() == number.longValue()) {
            return Show.count(number.longValue());
        }
        String text = String.valueOf(value);
        return text.matches("[A-Z_]+") ? text.replace('_', ' ').toLowerCase(Locale.ROOT) : text;
    }

    /** An action we have no words for is shown as it is kept. */
    static String words(String action) {
        return switch (action) {
            case "proposal.create" -> "Made proposal";
            case "proposal.submit" -> "Submitted";
            case "proposal.decide" -> "Decided on moves of";
            case "proposal.approve" -> "Approved";
            case "proposal.withdraw" -> "Withdrew";
            case "proposal.stale" -> "Marked as overtaken";
            case "proposal.edit" -> "Edited";
            case "proposal.effective" -> "Set the first day of";
            case "proposal.comment" -> "Commented on";
            case "proposal.action" -> "Added an action to";
            case "proposal.action.decide" -> "Decided on an action of";
            case "proposal.contest.over" -> "Left contested accounts where they are in";
            case "proposal.schedule" -> "Set the time of";
            case "proposal.schedule.due" -> "Reached the time of";
            case "proposal.import" -> "Imported decisions into";
            case "account.pin" -> "Pinned accounts of";
            case "account.unpin" -> "Ended the pin of";
            case "commit.start" -> "Began to write";
            case "commit.end" -> "Ended the writing of";
            case "proposal.undo" -> "Proposed to undo";
            case "person.add" -> "Added";
            case "person.change" -> "Changed roles or password of";
            case "secret.keep" -> "Kept the secret";
            case "secret.forget" -> "Forgot the secret";
            case "token.issue" -> "Made a token for";
            case "commit.stop" -> "Stopped the writing of";
            case "trigger.fire" -> "Saw";
            case "trigger.dismiss" -> "Dismissed";
            case "review.done" -> "Ticked off the review of";
            case "digest.send" -> "Sent";
            case "session.end" -> "Ended a session of";
            default -> action;
        };
    }

    private static @Nullable String href(Event event) {
        boolean proposal =
                event.action().startsWith("proposal.") || event.action().startsWith("commit.");
        return proposal && event.subject().matches("P[0-9]{6}-[0-9]+") ? "/proposals/" + event.subject() : null;
    }
}
