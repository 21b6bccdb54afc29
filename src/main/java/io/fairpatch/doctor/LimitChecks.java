package io.fairpatch.doctor;

import static io.fairpatch.doctor.Area.LIMITS;

import io.fairpatch.model.Counts;
import java.util.List;
import java.util.Locale;

/** Whether the org's allocations suffice for the next run, and whether its data has a shape that hurts. */
final class LimitChecks {
    /** Share of an allocation that others should keep. */
    private static final double RESERVE = 0.1;
    /** Rows of one owner, or children of one account, above which the org's sharing gets slow. */
    private static final long SKEW = 10_000;

    private static final String COMPANY = "Setup > Company Information";

    private LimitChecks() {}

    static List<Check> all() {
        return List.of(
                Check.ofOrg(
                        "api-calls",
                        LIMITS,
                        "API calls left",
                        COMPANY,
                        it -> left(
                                it, "DailyApiRequests", "API calls", Need.of(it).calls())),
                Check.ofOrg(
                        "bulk-queries",
                        LIMITS,
                        "Bulk query jobs left",
                        COMPANY,
                        it -> left(
                                it,
                                "DailyBulkV2QueryJobs",
                                "bulk query jobs",
                                Need.of(it).queryJobs())),
                Check.ofOrg(
                        "bulk-batches",
                        LIMITS,
                        "Bulk batches left",
                        COMPANY,
                        it -> left(
                                it,
                                "DailyBulkApiBatches",
                                "bulk batches",
                                Need.of(it).batches())),
                Check.ofOrg(
                        "bulk-results",
                        LIMITS,
                        "Storage for bulk results left",
                        COMPANY,
                        it -> left(
                                it,
                                "DailyBulkV2QueryFileStorageMB",
                                "MB of bulk results",
                                Need.of(it).megabytes())),
                Check.ofOrg(
                        "owner-skew",
                        LIMITS,
                        "Accounts of one owner",
                        "Setup > Sharing Settings",
                        LimitChecks::ownerSkew),
                Check.ofOrg(
                        "parent-skew",
                        LIMITS,
                        "Children of one account",
                        "the account's hierarchy",
                        LimitChecks::parentSkew));
    }

    private static Verdict left(Examination it, String name, String noun, long need) {
        var limit = it.limits().get(name);
        if (limit == null) {
            return Verdict.warn(
                    "The org doesn't tell how many " + noun + " are left.",
                    "A run may stop half-way with exit code 7.",
                    "Look at Company Information before a large run.");
        }
        var what = String.format(
                Locale.ENGLISH,
                "%,d of %,d %s are left today; the next run needs about %,d.",
                limit.remaining(),
                limit.max(),
                noun,
                need);
        if (limit.remaining() < need) {
            return Verdict.fail(what, "The run would stop half-way.", "Wait until the 24 hours roll on, or buy more.");
        }
        return limit.remaining() - need < limit.max() * RESERVE
                ? Verdict.warn(what, "Less than 10 % would be left for other systems.", "Run it when they are quiet.")
                : Verdict.pass(what);
    }

    private static Verdict ownerSkew(Examination it) {
        var most = it.copy().mostOfOneOwner();
        if (it.copy().accounts() == 0) {
            return notCopied("How accounts spread over owners isn't known.");
        }
        var what = "The largest owner has " + Counts.of(most.rows(), "account", "accounts") + ".";
        return most.rows() > SKEW
                ? Verdict.warn(
                        what.replace("owner has", "owner (" + most.id() + ") has"),
                        "Above 10,000 each change of owner or role makes the org recalculate sharing for minutes.",
                        "Spread them over several owners, or change owners outside of working hours.")
                : Verdict.pass(what);
    }

    private static Verdict parentSkew(Examination it) {
        if (it.copy().accounts() == 0) {
            return notCopied("How many accounts one parent has isn't known.");
        }
        var most = it.copy().mostOfOneParent();
        var what = "The largest parent has " + Counts.of(most.rows(), "account", "accounts") + " under it.";
        return most.rows() > SKEW
                ? Verdict.warn(
                        what.replace("parent has", "parent (" + most.id() + ") has"),
                        "Writes to its children lock the parent, so that rows wait for each other and may fail.",
                        "Commit in smaller batches: batchRows in write-policy.yml.")
                : Verdict.pass(what);
    }

    private static Verdict notCopied(String why) {
        return Verdict.warn("Nothing was copied yet.", why, "Run ./fairpatch sync.");
    }
}
