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
import io.fairpatch.model.ChurnRisk;
import io.fairpatch.model.Tier;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A short plan for each tier 1 account: activities and milestones from its play and its gaps. */
@Singleton
final class AccountPlans implements ReportMaker {
    private static final About ABOUT = About.of("account-plans", "Account plans", Group.ACCOUNTS);

    private static final List<Column> COLUMNS = List.of(
            Column.text("account", "Account"),
            Column.text("rep", "Rep"),
            Column.of("potential", "Potential a year", Unit.MONEY),
            Column.text("play", "Play"),
            Column.text("first", "First step"),
            Column.of("steps", "Steps", Unit.COUNT));

    /** A step by a day. */
    private record Step(String what, LocalDate by, String why) {}

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var space = new ProductSpace(land);
        var top = land.entries().stream()
                .filter(entry -> entry.score().tier() == Tier.ONE)
                .sorted(Entry.RICHEST_FIRST)
                .toList();
        return new Report(
                title(),
                Say.count(top.size(), "tier 1 account has", "tier 1 accounts have") + " a plan of activities and"
                        + " milestones.",
                List.of(),
                null,
                List.of(new Table(
                                "Plans",
                                COLUMNS,
                                top.stream()
                                        .map(entry -> row(land, space, entry).opening())
                                        .toList())
                        .orSay("No account is in tier 1.")),
                List.of("Steps follow from the account's play, its coverage, risk, white space and open deals; they are"
                        + " proposals for the account team."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return land.entries().stream()
                .filter(entry -> entry.account().id().value().equals(key))
                .findFirst()
                .map(entry -> {
                    var rows = steps(land, new ProductSpace(land), entry).stream()
                            .map(step -> Row.of(step.what(), step.what(), step.by(), step.why()))
                            .toList();
                    var columns = List.of(
                            Column.text("step", "Activity or milestone"),
                            Column.of("by", "By", Unit.DATE),
                            Column.text("why", "Why"));
                    return new Report(
                            entry.account().name(),
                            entry.profile().play().role() + ": "
                                    + entry.profile().play().strategy() + ". Potential "
                                    + Say.money(entry.potential()) + " a year.",
                            List.of(),
                            null,
                            List.of(new Table("Plan", columns, rows)),
                            List.of());
                });
    }

    private static Row row(Landscape land, ProductSpace space, Entry entry) {
        var steps = steps(land, space, entry);
        return Row.of(
                entry.account().id().value(),
                entry.account().name(),
                AccountRows.holder(entry),
                entry.potential(),
                entry.profile().play().role() + ": " + entry.profile().play().strategy(),
                steps.get(0).what(),
                steps.size());
    }

    /** In the order in which they are due. */
    private static List<Step> steps(Landscape land, ProductSpace space, Entry entry) {
        var today = land.today();
        var steps = new ArrayList<Step>();
        var status = CoverageStatus.of(entry, today);
        if (status == CoverageStatus.UNCOVERED) {
            steps.add(new Step("Name an active rep", today.plusDays(7), "nobody is accountable"));
        } else if (status != CoverageStatus.ACTIVE) {
            steps.add(new Step("Call or visit", today.plusDays(14), "the account is " + status.words()));
        }
        if (entry.profile().churn() == ChurnRisk.HIGH) {
            steps.add(new Step(
                    "Agree a rescue plan with customer success",
                    today.plusDays(21),
                    "churn risk high: " + entry.profile().churnCause()));
        }
        if (entry.account().contacts() == 0) {
            steps.add(new Step("Find the decision-maker", today.plusDays(30), "no contact known"));
        }
        if (entry.profile().surging()) {
            steps.add(new Step(
                    "Meet the sponsor",
                    today.plusDays(30),
                    String.valueOf(entry.profile().surge())));
        }
        steps.add(deal(entry, today));
        space.openings(entry).stream()
                .findFirst()
                .ifPresent(opening -> steps.add(new Step(
                        "Offer " + opening.product(),
                        today.plusDays(75),
                        Say.percent(opening.share()) + " of its peers have it")));
        steps.add(new Step(
                "Milestone: " + Say.money(WhiteSpace.space(entry) / 4.0) + " of new orders",
                today.plusDays(90),
                "a quarter of its white space"));
        return steps;
    }

    /** The open deal that is due first, else a deal to be opened. */
    private static Step deal(Entry entry, LocalDate today) {
        return entry.open()
                .min(Comparator.comparing(deal -> deal.closeDate()))
                .map(deal -> new Step(
                        "Milestone: decision on " + deal.stage(),
                        deal.closeDate(),
                        "open deal of " + Say.money(deal.amountCents() == null ? 0 : deal.amountCents())))
                .orElseGet(() -> new Step("Open a first deal", today.plusDays(60), "no open deal"));
    }
}
