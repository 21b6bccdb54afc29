package io.fairpatch.sandbox.fault;

import java.util.Locale;

/** What can go wrong on demand. */
public enum FaultKind {
    CUT("drops the connection in mid-body; params: bytes (default half of the body)"),
    STALL("stops in mid-body and keeps the connection open; params: bytes (default half), seconds (default 120)"),
    SLOW("waits before it answers; params: seconds (default 5)"),
    LOST_ANSWER("does what was asked, then drops the connection instead of answering"),
    WRONG_COUNT("query results: Sforce-NumberOfRecords is off; params: by (default 1)"),
    REORDERED("results come in reverse order"),
    DUPLICATE_PAGE("query results begin again with the last rows of the page before; params: rows (default 1)"),
    NARROWED(
            "a query finds only a part of the records, as after a change of sharing; params: keep (of every so many records one is left out, default 2), object (default any)"),
    LATE_COMMIT(
            "a row of this write gets an earlier stamp than the clock says, as one whose transaction took long; params: seconds (default 300)"),
    EXPIRED_RESULTS("the job and its results are gone: 404"),
    HTML("an HTML page instead of an answer; params: status (default 200)"),
    EMPTY("an empty body; params: status (default 200)"),
    SESSION_EXPIRED("401 INVALID_SESSION_ID; in SOAP and Bulk API 1.0 what they say of a session that ended"),
    REQUEST_LIMIT("403 REQUEST_LIMIT_EXCEEDED"),
    NOT_ACCEPTABLE("406 with an empty body"),
    SETTING_UP("420 with an HTML page"),
    TOO_MANY_REQUESTS("429"),
    SERVER_ERROR("500 UNKNOWN_EXCEPTION"),
    UNAVAILABLE("503 SERVER_UNAVAILABLE"),
    JOB_FAILED(
            "the bulk job this request belongs to ends as Failed; params: message, rows (written before it fails, default 0)"),
    JOB_ABORTED("the bulk job this request belongs to ends as Aborted; params: rows (written before, default 0)"),
    JOB_STUCK("the bulk job this request belongs to stays InProgress until it is aborted"),
    LOCK_ROWS("rows of this write fail with UNABLE_TO_LOCK_ROW; params: rows (default 1), from (default 0)"),
    REJECT_ROWS("rows of this write are refused; params: rows (default 1), from (default 0), code, message");

    private final String help;

    FaultKind(String help) {
        this.help = help;
    }

    /** What it does, in one line. */
    public String help() {
        return help;
    }

    /** The name in the controls, for example {@code lost-answer}; plain status faults are called by their number. */
    public String label() {
        return switch (this) {
            case SESSION_EXPIRED -> "401";
            case REQUEST_LIMIT -> "403-limit";
            case NOT_ACCEPTABLE -> "406";
            case SETTING_UP -> "420";
            case TOO_MANY_REQUESTS -> "429";
            case SERVER_ERROR -> "500";
            case UNAVAILABLE -> "503";
            default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}
