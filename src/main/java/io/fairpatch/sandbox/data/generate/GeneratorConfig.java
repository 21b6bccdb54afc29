package io.fairpatch.sandbox.data.generate;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.time.LocalDate;

/**
 * What to invent. The same config gives the same bytes.
 *
 * @param accounts 1 to 10,000,000
 * @param reps active sellers, at least 1; managers, a VP and sellers who left come on top
 * @param today history ends here
 */
public record GeneratorConfig(int accounts, int reps, long seed, LocalDate today) {
    private static final int ACCOUNTS_A_REP = 83;
    private static final int FEWEST_REPS = 3;
    private static final int ACCOUNTS_WITH_HISTORY = 100_000;

    public GeneratorConfig {
        between("accounts", accounts, 10_000_000);
        between("reps", reps, 1_000_000);
    }

    /** With the usual 83 accounts a rep, and 3 reps at least. */
    public static GeneratorConfig of(int accounts, long seed, LocalDate today) {
        return new GeneratorConfig(accounts, Math.max(FEWEST_REPS, accounts / ACCOUNTS_A_REP), seed, today);
    }

    double accountsARep() {
        return (double) accounts / reps;
    }

    /** 1 for books of the usual size; smaller books need smaller accounts to stay balanceable. */
    double bookScale() {
        return Math.min(1, accountsARep() / ACCOUNTS_A_REP);
    }

    /**
     * Which part of its usual deals, contacts and activities an account has. In an org of more than 100,000 accounts most
     * are prospects that nobody has spoken to; with a full history each, a million would not fit into 2 GB.
     */
    double historyShare() {
        return Math.min(1, (double) ACCOUNTS_WITH_HISTORY / accounts);
    }

    private static void between(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw Problem.of(ErrorCode.USAGE, "The number of " + what + " (" + value + ") is out of range.")
                    .because("It must be between 1 and " + most + ".")
                    .maybe("start with 2000 accounts and 24 reps, the defaults.")
                    .exception();
        }
    }
}
