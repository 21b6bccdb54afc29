package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accounts that several reps work on at once. */
@Singleton
final class ContestedReport implements ReportMaker {
    private static final About ABOUT = About.of("contested", "Contested accounts", Group.COVERAGE);

    private static final List<Column> COLUMNS = List.of(
            Column.text("account", "Account"),
            Column.text("holder", "Held by"),
            Column.text("others", "Also worked by"),
            Column.text("first", "Who engaged first"),
            Column.text("stronger", "Who won more there"),
            Column.of("open", "Open deals of others", Unit.MONEY),
            Column.of("potential", "Potential a year", Unit.MONEY));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var contested = land.entries().stream()
                .filter(entry -> !others(land, entry).isEmpty())
                .sorted(Entry.RICHEST_FIRST)
                .toList();
        long money = contested.stream().mapToLong(Entry::potential).sum();
        return new Report(
                title(),
                contested.isEmpty()
                        ? "No account is worked by more than one rep."
                        : Say.accounts(contested.size()) + " with " + Say.money(money)
                                + " potential a year are worked by more than one rep.",
                List.of(),
                null,
                List.of(new Table(
                                "Contested accounts",
                                COLUMNS,
                                contested.stream()
                                        .map(entry -> row(land, entry).opening())
                                        .toList())
                        .orSay("No account is worked by more than one rep.")),
                List.of(
                        "Contested: the owner and the territory's rep differ, or another active user has an open deal there.",
                        "Who engaged first: the owner of the account's oldest deal. Who won more: by amount won."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return land.entries().stream()
                .filter(entry -> entry.account().id().value().equals(key))
                .findFirst()
                .map(entry -> new Report(
                        entry.account().name(),
                        "Held by " + AccountRows.holder(entry) + "; also worked by " + names(others(land, entry)) + ".",
                        List.of(),
                        null,
                        List.of(DealRows.table(
                                "Deals",
                                entry.deals().stream()
                                        .map(deal -> DealRows.row(entry, deal))
                                        .toList())),
                        List.of()));
    }

    private static Row row(Landscape land, Entry entry) {
        var others = others(land, entry);
        var ids = others.stream().map(OrgUser::id).collect(Collectors.toSet());
        return AccountRows.link(
                entry,
                Row.of(
                        entry.account().id().value(),
                        entry.account().name(),
                        AccountRows.holder(entry),
                        names(others),
                        engagedFirst(land, entry),
                        wonMost(land, entry),
                        Entry.sum(entry.open().filter(deal -> ids.contains(deal.ownerId()))),
                        entry.potential()));
    }

    /** Active users besides the holder who own the account or an open deal of it, by name. */
    private static List<OrgUser> others(Landscape land, Entry entry) {
        SalesforceId holder = entry.holder() == null ? null : entry.holder().id();
        return Stream.concat(
                        Stream.ofNullable(entry.account().ownerId()),
                        entry.open().map(Opportunity::ownerId).filter(Objects::nonNull))
                .distinct()
                .filter(id -> !id.equals(holder))
                .map(land.users()::get)
                .filter(Objects::nonNull)
                .filter(OrgUser::active)
                .sorted(Comparator.comparing(OrgUser::name)
                        .thenComparing(user -> user.id().value()))
                .toList();
    }

    private static String engagedFirst(Landscape land, Entry entry) {
        return entry.deals().stream()
                .filter(deal -> deal.ownerId() != null)
                .min(Comparator.comparing(ContestedReport::began)
                        .thenComparing(deal -> deal.id().value()))
                .map(deal -> name(land, deal.ownerId()) + ", " + began(deal))
                .orElse("no deal");
    }

    private static LocalDate began(Opportunity deal) {
        LocalDate created = deal.createdDate();
        return created == null ? deal.closeDate() : created;
    }

    private static String wonMost(Landscape land, Entry entry) {
        var byOwner = entry.deals().stream()
                .filter(deal -> deal.won() && deal.ownerId() != null)
                .collect(Collectors.groupingBy(
                        deal -> name(land, deal.ownerId()),
                        TreeMap::new,
                        Collectors.summingLong(deal -> Objects.requireNonNullElse(deal.amountCents(), 0L))));
        return byOwner.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey() + ", " + Say.money(most.getValue()))
                .orElse("nobody");
    }

    private static String name(Landscape land, @Nullable SalesforceId id) {
        OrgUser user = id == null ? null : land.users().get(id);
        return user == null ? "somebody who is gone" : user.name();
    }

    private static String names(List<OrgUser> users) {
        return String.join(", ", users.stream().map(OrgUser::name).collect(Collectors.toCollection(TreeSet::new)));
    }
}
