package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.WrittenPlan;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.SalesforceId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A planned book and what became of it.
 *
 * @param staffed whether its rep is active
 * @param band share of the target either side that is fair
 * @param accounts the rep's now
 * @param came accounts that the plan gave to the rep
 * @param gone those of {@code came} that another rep has now
 * @param untouched those of {@code came}, still here, without task or event since the plan
 * @param wonCents since the plan
 * @param pace won over the quota for the days since; null without a quota or before results say anything
 */
record Track(
        WrittenPlan.PlannedBook planned,
        boolean staffed,
        double band,
        List<Entry> accounts,
        List<Entry> came,
        List<Entry> gone,
        List<Entry> untouched,
        long wonCents,
        @Nullable Double pace) {
    /** Before so many days deals say little about a plan. */
    static final int RESULTS_AFTER_DAYS = 90;

    private static final double USUAL_BAND = 0.09;
    private static final double SLOW = 0.7;
    private static final double DAYS_A_YEAR = 365;
    private static final String FINE = "As planned.";

    /**
     * @param accounts the rep's now
     * @param came accounts that the plan gave to the rep
     */
    static Track of(
            Landscape land, WrittenPlan plan, WrittenPlan.PlannedBook book, List<Entry> accounts, List<Entry> came) {
        var gone = came.stream().filter(entry -> !holds(book.rep(), entry)).toList();
        var untouched = came.stream()
                .filter(entry -> holds(book.rep(), entry) && !touched(land, plan, entry))
                .toList();
        long won = Entry.sum(accounts.stream()
                .flatMap(entry -> entry.closed(plan.day(), land.today()))
                .filter(Opportunity::won));
        OrgUser user = land.users().get(book.rep());
        return new Track(
                book,
                user != null && user.active(),
                land.planning().bands().getOrDefault("potential", USUAL_BAND),
                accounts,
                came,
                gone,
                untouched,
                won,
                pace(user, won, ChronoUnit.DAYS.between(plan.day(), land.today())));
    }

    private static boolean holds(SalesforceId rep, Entry entry) {
        return entry.holder() != null && entry.holder().id().equals(rep);
    }

    private static boolean touched(Landscape land, WrittenPlan plan, Entry entry) {
        return land.touches(entry).stream().anyMatch(day -> !day.isBefore(plan.day()));
    }

    private static @Nullable Double pace(@Nullable OrgUser user, long won, long days) {
        Long quota = user == null ? null : user.quotaCents();
        return quota == null || quota == 0 || days < RESULTS_AFTER_DAYS ? null : won / (quota * days / DAYS_A_YEAR);
    }

    String key() {
        return planned.rep().value();
    }

    double plannedShare() {
        return (double) planned.potentialCents() / planned.targetCents();
    }

    double share() {
        return (double) accounts.stream().mapToLong(Entry::potential).sum() / planned.targetCents();
    }

    boolean inBand() {
        return share() >= 1 - band && share() <= 1 + band;
    }

    boolean fine() {
        return advice().equals(FINE);
    }

    /** What needs a look: gone, or untouched. */
    List<Entry> attention() {
        return Stream.concat(gone.stream(), untouched.stream()).toList();
    }

    /** The most pressing first: nobody there, accounts elsewhere, out of band, no contact, no results. */
    String advice() {
        if (!staffed) {
            return "The rep is gone: plan again, with the territory's accounts given to others.";
        }
        if (!gone.isEmpty()) {
            return Say.count(gone.size(), "account given by the plan lies", "accounts given by the plan lie")
                    + " elsewhere: ask who moved them, or pin them.";
        }
        if (!inBand()) {
            return share() > 1
                    ? "Over the band: give away about " + Say.money((share() - 1 - band) * planned.targetCents()) + "."
                    : "Under the band: take in about " + Say.money((1 - band - share()) * planned.targetCents()) + ".";
        }
        if (!untouched.isEmpty()) {
            return "Call the " + Say.accounts(untouched.size()) + " that came and had no contact.";
        }
        return pace != null && pace < SLOW
                ? "Sells " + Say.percent(pace) + " of the quota's pace: look at the pipeline before moving lines."
                : FINE;
    }
}
