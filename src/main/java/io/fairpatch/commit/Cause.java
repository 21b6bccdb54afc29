package io.fairpatch.commit;

import org.jspecify.annotations.Nullable;

/**
 * Rows of a run that were not written for the same reason.
 *
 * @param code the org's status code, or ours
 * @param example what was said of one of them
 * @param mend what to do about it
 */
public record Cause(IntentState state, String code, int rows, @Nullable String example, String mend) {

    static Cause of(IntentState state, String code, int rows, @Nullable String example) {
        return new Cause(state, code, rows, example, mend(code));
    }

    /** How a refusal is mended, by the org's codes (SOAP API StatusCode) and our own. */
    static String mend(String code) {
        return switch (code) {
            case "FIELD_CUSTOM_VALIDATION_EXCEPTION" ->
                "A validation rule said no: mend the records, or let the rule pass our integration user.";
            case "DUPLICATES_DETECTED", "DUPLICATE_VALUE" ->
                "A duplicate rule said no: merge the records, or let the rule pass our integration user.";
            case "UNABLE_TO_LOCK_ROW" ->
                "Something else held the records each time: retry when the org is quiet, outside of other loads.";
            case "INSUFFICIENT_ACCESS_OR_READONLY",
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                    "INSUFFICIENT_ACCESS",
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "CANNOT_UPDATE_CONVERTED_LEAD" ->
                "Our integration user lacks a right: assign the permission set, check sharing and record types.";
            case "INACTIVE_OWNER_OR_USER", "OPERATION_ON_INACTIVE_USER", "CANNOT_REPARENT_RECORD" ->
                "A user of the record is not active: give it an active owner, or plan again without that user.";
            case "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "CANNOT_EXECUTE_FLOW_TRIGGER", "APEX_ERROR" ->
                "An automation of the org failed on the record: show the message to who keeps the flow or trigger.";
            case "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "BAD_CUSTOM_ENTITY_PARENT_DOMAIN" ->
                "The picklist lacks the value: add it in the org's setup, then retry.";
            case "STRING_TOO_LONG", "NUMBER_OUTSIDE_VALID_RANGE", "INVALID_TYPE_ON_FIELD_IN_RECORD" ->
                "The field is smaller than what we write: compare it with the fields we deploy.";
            case "REQUIRED_FIELD_MISSING" -> "The record lacks a field that the org requires: fill it in, then retry.";
            case "ENTITY_IS_DELETED", "RECORD_GONE", "INVALID_CROSS_REFERENCE_KEY" ->
                "The account is gone: deleted, merged or hidden from us. Sync and plan again.";
            case "DRIFT" -> "Somebody changed the account: sync and plan again; the change stands.";
            case Outcome.ALTERED ->
                "A flow, a trigger or a person changed the account right after our write: look at who changed it last. What"
                        + " else was written stands, and an undo can take it back.";
            case "ALREADY_SO" ->
                "Nothing is missing in the org, as when our database was restored from before the commit: sync, so that"
                        + " the copy knows it too.";
            case "STOPPED" -> "A person stopped the commit: commit again to write them.";
            case "TRIED_OFTEN", "UNPROCESSED", "NOT_WRITTEN" -> "The org did not get to them: commit again.";
            case "NO_RECEIPT" -> "The org gave no receipt: commit again, which first reads what became of them.";
            case "UNWRITABLE" -> "Change the text: the org takes it for \"clear the field\".";
            default -> "Read what was said, mend it in the org, then commit again: only what failed is retried.";
        };
    }
}
