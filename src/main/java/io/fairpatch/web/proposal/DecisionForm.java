package io.fairpatch.web.proposal;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.web.page.QueryValues;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form under the list of moves: which button, which rows, and the reason typed. */
final class DecisionForm {
    private final QueryValues fields;

    DecisionForm(String body) {
        this.fields = new QueryValues(body);
    }

    long revision() {
        return fields.number("revision");
    }

    Decision decision() {
        String act = act();
        return switch (act) {
            case "approve", "approve-all" -> Decision.APPROVED;
            case "decline", "decline-all", "pin" -> Decision.DECLINED;
            case "defer", "defer-all" -> Decision.DEFERRED;
            case "reopen" -> Decision.UNDECIDED;
            default -> throw refused("act", act);
        };
    }

    /** Whether everything that matches the filter is meant, not the ticked rows. */
    boolean all() {
        return act().endsWith("-all");
    }

    /** The last day of a pin; null when no pin is meant. */
    @Nullable
    LocalDate pinUntil() {
        if (!act().equals("pin")) {
            return null;
        }
        String text = fields.get("until");
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "A pin needs its last day")
                    .maybe("choose the day until which the account stays with its rep")
                    .exception();
        }
    }

    List<SalesforceId> accounts() {
        return fields.all("account").stream()
                .map(id -> SalesforceId.parse(id).orElseThrow(() -> refused("account", id)))
                .toList();
    }

    @Nullable
    String note() {
        return fields.get("note");
    }

    @Nullable
    String query() {
        return fields.get("query");
    }

    private String act() {
        String act = fields.get("act");
        return act == null ? "" : act;
    }

    private static RuntimeException refused(String field, String value) {
        return Problem.of(ErrorCode.REQUEST_INVALID, "The field " + field + " (" + value + ") is not understood")
                .maybe("load the page again and repeat the step")
                .exception();
    }
}
