package io.fairpatch.web.api;

import io.fairpatch.insight.Dealings;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who decides at an account, what is open there, and what work it makes.
 *
 * @param contacts how many people are known; those who decide first, at most ten, are in people
 * @param openDeals how many deals are open; the next ten to close are in deals
 * @param lastActivity null when none is known
 */
@Serdeable
record DealingsJson(
        int contacts,
        List<ContactJson> people,
        int openDeals,
        List<DealJson> deals,
        @Nullable LocalDate lastActivity,
        WorkJson work) {
    DealingsJson {
        people = List.copyOf(people);
        deals = List.copyOf(deals);
    }

    /** Someone at the account; roles in deals, such as Decision Maker. */
    @Serdeable
    record ContactJson(@Nullable String name, @Nullable String title, String roles) {}

    /** A deal that is not closed. */
    @Serdeable
    record DealJson(String id, String stage, @Nullable Long amountCents, LocalDate closeDate) {}

    /** Hours a year; kilometres are on the road, one way. */
    @Serdeable
    record WorkJson(
            double hours, double visits, double visitHours, double otherHours, double wayHours, double kilometres) {}

    static DealingsJson of(Dealings dealings) {
        var work = dealings.work();
        return new DealingsJson(
                dealings.contacts(),
                dealings.people().stream()
                        .map(person -> new ContactJson(person.name(), person.title(), person.roles()))
                        .toList(),
                dealings.openDeals(),
                dealings.open().stream()
                        .map(deal -> new DealJson(deal.id(), deal.stage(), deal.amountCents(), deal.closeDate()))
                        .toList(),
                dealings.lastActivity(),
                new WorkJson(
                        work.hours(),
                        work.visits(),
                        work.visitHours(),
                        work.otherHours(),
                        work.wayHours(),
                        work.kilometres()));
    }
}
