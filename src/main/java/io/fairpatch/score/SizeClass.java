package io.fairpatch.score;

import io.fairpatch.model.Account;

/**
 * How large a company is, for market sizing: by its revenue (enterprise above 10M, SMB below 1M), by its employees where
 * the revenue is unknown (enterprise from 500, SMB below 50).
 */
enum SizeClass {
    ENTERPRISE("enterprise"),
    MID_MARKET("mid-market"),
    SMB("SMB"),
    UNKNOWN("unknown size");

    private static final long TEN_MILLION = 10_000_000_00L;
    private static final long ONE_MILLION = 1_000_000_00L;

    private final String words;

    SizeClass(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static SizeClass of(Account account) {
        Long revenue = account.companyRevenueCents();
        if (revenue != null && revenue > 0) {
            return revenue > TEN_MILLION ? ENTERPRISE : revenue >= ONE_MILLION ? MID_MARKET : SMB;
        }
        Integer employees = account.employees();
        if (employees == null || employees <= 0) {
            return UNKNOWN;
        }
        return employees >= 500 ? ENTERPRISE : employees >= 50 ? MID_MARKET : SMB;
    }
}
