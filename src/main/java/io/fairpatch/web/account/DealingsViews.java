package io.fairpatch.web.account;

import io.fairpatch.insight.Dealings;
import io.fairpatch.web.view.DealingsPart;
import io.fairpatch.web.view.Fact;
import io.fairpatch.web.view.Show;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People, open deals and work of an account as its page shows them. */
final class DealingsViews {
    private DealingsViews() {}

    static DealingsPart part(Dealings dealings, LocalDate today) {
        return new DealingsPart(
                dealings.people().stream().map(DealingsViews::words).toList(),
                dealings.contacts() - dealings.people().size(),
                dealings.open().stream()
                        .map(deal -> new DealingsPart.Deal(
                                deal.stage(),
                                deal.amountCents() == null ? "no amount" : Show.money(deal.amountCents()),
                                deal.closeDate().toString()))
                        .toList(),
                dealings.openDeals() - dealings.open().size(),
                List.of(activity(dealings, today), work(dealings.work())));
    }

    private static String words(Dealings.Contact person) {
        String name = Objects.requireNonNullElse(person.name(), "Without a name");
        String rest = Stream.of(person.title(), person.roles())
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("; "));
        return rest.isEmpty() ? name : name + ": " + rest;
    }

    private static Fact activity(Dealings dealings, LocalDate today) {
        LocalDate last = dealings.lastActivity();
        return last == null
                ? new Fact("Last activity", "none known")
                : new Fact(
                        "Last activity",
                        Show.count(ChronoUnit.DAYS.between(last, today), "day", "days") + " ago",
                        last.toString());
    }

    private static Fact work(Dealings.Work work) {
        String way = work.kilometres() > 0
                ? " + on the way " + Show.decimal(work.wayHours()) + " h (" + Show.count(Math.round(work.kilometres()))
                        + " km each way)"
                : ", the way unknown";
        return new Fact(
                "Work a year",
                Show.decimal(work.hours()) + " h = " + Show.decimal(work.visits()) + " visits "
                        + Show.decimal(work.visitHours()) + " h + other work " + Show.decimal(work.otherHours()) + " h"
                        + way);
    }
}
