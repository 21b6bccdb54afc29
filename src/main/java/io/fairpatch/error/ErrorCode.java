package io.fairpatch.error;

/**
 * Every failure a user can meet, by number. The thousands digit follows the part of the house: 1 general, 2
 * configuration and files, 3 Salesforce, 4 store and sync, 5 planning, 6 review and access, 7 commit, 8 sandbox, 9
 * start-up and commands. A number is never reused.
 */
public enum ErrorCode {
    INTERNAL(1000, Category.INTERNAL),
    INTERRUPTED(1001, Category.INTERRUPTED),
    MEMORY_SHORT(1002, Category.INTERNAL),

    CONFIG_MISSING(2000, Category.INPUT),
    CONFIG_INVALID(2001, Category.INPUT),
    FILE_MISSING(2010, Category.INPUT),
    FILE_INVALID(2011, Category.INPUT),

    ORG_UNREACHABLE(3000, Category.LIMIT),
    ORG_SIGN_IN(3001, Category.ACCESS),
    ORG_RIGHTS(3002, Category.ACCESS),
    ORG_LIMIT(3003, Category.LIMIT),
    ORG_BUSY(3004, Category.LIMIT),
    ORG_ANSWER(3005, Category.LIMIT),
    ORG_REQUEST(3006, Category.INPUT),
    ORG_JOB_FAILED(3007, Category.LIMIT),
    ORG_RECORD_COUNT(3008, Category.LIMIT),
    ORG_ANSWER_LOST(3009, Category.PARTLY),
    ORG_NOT_CONNECTED(3020, Category.ACCESS),
    ORG_CONSENT(3021, Category.ACCESS),
    ORG_DEPLOY_FAILED(3022, Category.INPUT),
    ORG_DEPLOY_REFUSED(3023, Category.POLICY),
    VAULT_KEY(3024, Category.ACCESS),
    VAULT_DISTURBED(3025, Category.ACCESS),

    DATABASE_UNREACHABLE(4000, Category.LIMIT),
    DATABASE_REFUSED(4001, Category.INPUT),
    SYNC_FIELD_MISSING(4010, Category.INPUT),
    SYNC_NOTHING(4011, Category.INPUT),
    SYNC_RUNNING(4012, Category.LIMIT),
    SYNC_DELETES(4020, Category.POLICY),
    SYNC_BUDGET(4021, Category.LIMIT),
    NOT_READY(4030, Category.INPUT),

    PLAN_INPUT(5000, Category.INPUT),
    PLAN_TOO_LARGE(5001, Category.INPUT),
    SCENARIO_INVALID(5020, Category.INPUT),
    SCENARIO_NOT_FOUND(5021, Category.INPUT),
    SCENARIO_VACANT(5022, Category.POLICY),
    PLAN_NOT_FOUND(5023, Category.INPUT),
    REPORT_UNKNOWN(5100, Category.INPUT),
    REPORT_SETTING(5101, Category.INPUT),
    NOT_SCORED(5102, Category.INPUT),
    SCORING_CHANGED(5103, Category.POLICY),
    SCORING_WEIGHTS(5104, Category.INPUT),
    LEARNED_NOT_EARNED(5110, Category.POLICY),
    ALERT_NOT_FOUND(5140, Category.INPUT),
    REVIEW_NOT_FOUND(5141, Category.INPUT),

    ACCESS_SIGN_IN(6000, Category.ACCESS),
    ACCESS_RIGHTS(6001, Category.ACCESS),
    FORGED_REQUEST(6002, Category.ACCESS),
    PROPOSAL_NOT_FOUND(6010, Category.INPUT),
    PROPOSAL_STATE(6011, Category.POLICY),
    PROPOSAL_STALE(6012, Category.POLICY),
    FOUR_EYES(6013, Category.POLICY),
    EDIT_RULE(6031, Category.POLICY),
    IMPORT_FILE(6032, Category.INPUT),
    SCHEDULE(6033, Category.POLICY),
    PAGE_NOT_FOUND(6100, Category.INPUT),
    REQUEST_INVALID(6101, Category.INPUT),
    REVISION_MISSING(6102, Category.INPUT),
    REQUEST_REPEATED_DIFFERENTLY(6103, Category.INPUT),
    REQUEST_UNDER_WAY(6104, Category.POLICY),

    WRITES_DISABLED(7000, Category.POLICY),
    FINGERPRINT(7001, Category.POLICY),
    DRIFT(7002, Category.DRIFT),
    PARTLY_COMMITTED(7003, Category.PARTLY),
    COMMIT_LEASE(7004, Category.LIMIT),
    COMMIT_FIELD(7005, Category.INPUT),
    COMMIT_RUN_NOT_FOUND(7006, Category.INPUT),
    UNDO_NOTHING(7020, Category.POLICY),
    QUIET_HOURS(7021, Category.POLICY),

    SANDBOX_DATA(8000, Category.INPUT),
    SANDBOX_JOURNAL(8001, Category.INPUT),

    USAGE(9000, Category.INPUT),
    PORT_IN_USE(9001, Category.INPUT),
    HOME_IN_USE(9002, Category.LIMIT);

    private final int number;
    private final Category category;

    ErrorCode(int number, Category category) {
        this.number = number;
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** The code as shown to people and put into answers, for example {@code FP2001}. */
    public String id() {
        return "FP" + number;
    }
}
