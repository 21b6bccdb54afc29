package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.model.Counts;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A proposal in numbers, for its current version.
 *
 * @param revision changes with every change; the ETag
 * @param author name of the person who made it
 * @param accounts accounts in scope
 * @param fingerprint of the commit set, once approved
 * @param approvedBy names of those whose approval of the decisions as they stand counts
 * @param approvalsNeeded people other than the author who must approve
 */
public record ProposalSummary(
        SalesforceId org,
        String id,
        int version,
        long revision,
        ProposalState state,
        String author,
        String authorName,
        Instant createdAt,
        long snapshot,
        int accounts,
        Tally moves,
        Tally stamps,
        Balance balance,
        @Nullable Double gap,
        Plan.Status planStatus,
        List<String> why,
        @Nullable String fingerprint,
        List<String> approvedBy,
        int approvalsNeeded,
        Extras extras) {
    public ProposalSummary {
        why = List.copyOf(why);
        approvedBy = List.copyOf(approvedBy);
    }

    /**
     * When it takes effect, and who stands behind the current version.
     *
     * @param effective the day written as the assigned date, null for a proposal of earlier days
     * @param scheduledFor when it is written by itself, null when nobody scheduled it
     * @param versionBy name of the person who made the current version
     * @param versionAt when
     * @param redesign whether it moves so much that an approver must be among those who approve
     * @param phased whether it is one phase of several, see {@link Phases}
     * @param undoes the proposal that it takes back, null for any other
     */
    public record Extras(
            @Nullable LocalDate effective,
            @Nullable Instant scheduledFor,
            @Nullable String scheduledBy,
            @Nullable String scheduledNote,
            String versionBy,
            Instant versionAt,
            boolean redesign,
            boolean phased,
            @Nullable String undoes) {}

    /**
     * Lines of a kind by decision.
     *
     * @param unwritten approved ones that a commit did not bring into the org, see {@link Unwritten}
     */
    public record Tally(int total, int approved, int declined, int deferred, int unwritten) {
        public int undecided() {
            return total - approved - declined - deferred;
        }

        /** Accounts that stay as they are, since people said no or not now. */
        public int kept() {
            return declined + deferred;
        }

        /** Lines that are approved or may still be, and that no commit failed to write. */
        public int standing() {
            return total - kept() - unwritten;
        }
    }

    /**
     * How fair books are, over active reps with a target; ratios are potential over target. After: with the moves that
     * stand: declined and deferred ones, and those not written, left out.
     *
     * @param spreadBefore highest ratio over lowest, at most 999.99
     * @param spreadAfter highest ratio over lowest, at most 999.99
     * @param largestBefore highest ratio
     * @param largestAfter highest ratio
     */
    public record Balance(double spreadBefore, double spreadAfter, double largestBefore, double largestAfter) {
        /** Whether all books were empty, so that there was no fullest one. */
        public boolean nothingBefore() {
            return largestBefore <= 0 && spreadBefore > 1;
        }
    }

    /** Whether the person made the proposal, or its current version: who did neither approves nor commits it. */
    public boolean madeBy(Person person) {
        return author.equals(person.name()) || extras.versionBy().equals(person.name());
    }

    /** The same with another balance. */
    ProposalSummary with(Balance other) {
        return new ProposalSummary(
                org,
                id,
                version,
                revision,
                state,
                author,
                authorName,
                createdAt,
                snapshot,
                accounts,
                moves,
                stamps,
                other,
                gap,
                planStatus,
                why,
                fingerprint,
                approvedBy,
                approvalsNeeded,
                extras);
    }

    /** The day from which the moves hold: the proposal's own, or today when it has none or that is past. */
    public LocalDate holdsFrom(LocalDate today) {
        LocalDate day = extras.effective();
        return day == null || day.isBefore(today) ? today : day;
    }

    /** The one sentence to read first. */
    public String impact() {
        return String.format(
                Locale.ROOT,
                "%,d of %s %s; the largest book goes from %.0f %% to %.0f %% of its target.",
                moves.standing(),
                Counts.of(accounts, "account", "accounts"),
                moves.standing() == 1 ? "moves" : "move",
                balance.largestBefore() * 100,
                balance.largestAfter() * 100);
    }
}
