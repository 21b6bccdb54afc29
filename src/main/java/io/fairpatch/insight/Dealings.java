package io.fairpatch.insight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who decides at an account, what is open there, and what work it makes.
 *
 * @param contacts how many people are known
 * @param people those who decide first, at most ten
 * @param open open deals by close date, at most ten
 * @param openDeals how many there are
 * @param lastActivity null when none is known
 */
public record Dealings(
        int contacts,
        List<Contact> people,
        List<Deal> open,
        int openDeals,
        @Nullable LocalDate lastActivity,
        Work work) {
    public Dealings {
        people = List.copyOf(people);
        open = List.copyOf(open);
    }

    /**
     * Someone at the account.
     *
     * @param roles in deals, such as Decision Maker; empty when none is known
     */
    public record Contact(@Nullable String name, @Nullable String title, String roles) {}

    /** A deal that is not closed; the amount is null when it has none. */
    public record Deal(String id, String stage, @Nullable Long amountCents, LocalDate closeDate) {}

    /**
     * Hours a year, by the visits of its tier in coverage.yml.
     *
     * @param kilometres on the road one way from the home of the rep or owner; 0 when a place is unknown
     */
    public record Work(double visits, double visitHours, double otherHours, double wayHours, double kilometres) {
        public double hours() {
            return visitHours + otherHours + wayHours;
        }
    }
}
