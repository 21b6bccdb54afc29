package io.fairpatch.web.page;

import io.fairpatch.review.Timeline.Event;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.TimelinePage;
import org.jspecify.annotations.Nullable;

/** Lines of the log in a person's words. */
final class Events {
    private Events() {}

    static TimelinePage.Row row(Event event) {
        return new TimelinePage.Row(
                event.seq(),
                Show.moment(event.at()),
                event.actor(),
                words(event.action()),
                event.subject(),
                href(event),
                event.details(),
                event.hash().substring(0, 12));
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
            case "proposal.comment" -> "Commented on";
            case "proposal.action" -> "Added an action to";
            case "proposal.action.decide" -> "Decided on an action of";
            case "proposal.schedule" -> "Set the time of";
            case "proposal.schedule.due" -> "Reached the time of";
            case "proposal.import" -> "Imported decisions into";
            case "account.pin" -> "Pinned accounts of";
            case "account.unpin" -> "Ended the pin of";
            case "commit.start" -> "Began to write";
            case "commit.stop" -> "Stopped the writing of";
            case "trigger.fire" -> "Saw";
            case "trigger.dismiss" -> "Dismissed";
            case "review.done" -> "Ticked off the review of";
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
