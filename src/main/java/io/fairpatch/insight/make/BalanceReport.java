package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.model.GrowthBand;
import io.fairpatch.model.Tier;
import io.fairpatch.plan.Balance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How fair the territories are as they stand: six numbers each, and the fairness measures under their right names. */
@Singleton
final class BalanceReport implements ReportMaker {
    private static final About ABOUT = About.of("balance", "Balance of territories", Group.BALANCE, Rollup.BY);

    private static final double GREEN = 0.10;
    private static final double AMBER = 0.15;

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.of("accounts", "Accounts", Unit.COUNT),
            Column.of("potential", "Potential a year", Unit.MONEY, "Sum of the accounts' potentials"),
            Column.of("average", "Average potential", Unit.MONEY, "Potential over accounts"),
            Column.of("tier1", "Tier 1", Unit.COUNT),
            Column.of("tier2", "Tier 2", Unit.COUNT),
            Column.of("tier3", "Tier 3", Unit.COUNT),
            Column.of(
                    "deviation",
                    "Standard deviation of account potential",
                    Unit.MONEY,
                    "Inside the territory, over its accounts; says nothing of fairness between territories"),
            Column.of(
                    "share",
                    "Share of target",
                    Unit.SHARE,
                    "Potential over target; target = all staffed potential x capacity over the sum of capacities"),
            Column.text("band", "Band"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var rollups = Rollup.of(land, settings);
        var fairness = Fairness.of(rollups);
        var rows = rollups.stream()
                .map(rollup -> row(rollup, fairness))
                .sorted(Comparator.comparingDouble(BalanceReport::byShare).thenComparing(Row::key))
                .toList();
        var illusions = new Illusions(land, rollups, fairness);
        return new Report(
                title(),
                Stream.of(sentence(fairness), illusions.hidden())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")),
                figures(rollups, fairness, illusions),
                Chart.bars("Share of target", "share").band(1 - GREEN, 1 + GREEN),
                List.of(new Table("Territories", COLUMNS, rows)
                        .with(row(Fairness.total(rollups), fairness))
                        .orSay("No account has an owner yet.")),
                notes());
    }

    private static List<String> notes() {
        return List.of(
                "Targets share out what active reps hold today; those of a plan share out all accounts, a leaver's and"
                        + " nobody's as well, so that a share differs a little from the one on Territories.",
                "Green within 10 % of target, amber within 15 %, red beyond. Rebalancing is needed when the highest share"
                        + " of target is more than 20 % above the lowest.",
                "Fairness between territories is the coefficient of variation, the Gini index and highest over lowest of"
                        + " the shares of target; the standard deviation of account potential is about accounts inside one"
                        + " territory.");
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        var fairness = Fairness.of(Rollup.of(land, settings));
        return Rollup.find(land, settings, key).map(rollup -> {
            var formula = new ArrayList<String>();
            formula.add("Potential " + Say.money(rollup.potential()) + " = the sum over its accounts below.");
            if (rollup.capacity() > 0) {
                formula.add("Target " + Say.money(fairness.target(rollup)) + " = " + Say.money(fairness.potential())
                        + " of all staffed territories x capacity " + Say.number(rollup.capacity()) + " of "
                        + Say.number(fairness.capacity()) + ".");
            }
            return AccountRows.report(
                    rollup.name(),
                    Say.accounts(rollup.accounts().size()) + ", potential " + Say.money(rollup.potential())
                            + " a year.",
                    rollup.accounts(),
                    formula);
        });
    }

    private static String sentence(Fairness fairness) {
        if (fairness.lowest() == null || fairness.highest() == null) {
            return "No territory has an active rep with a target yet.";
        }
        String verdict = fairness.rebalance() ? "Rebalancing needed: yes." : "Rebalancing needed: no.";
        return "The fullest book holds " + Say.ratio(fairness.balance().spread())
                + " the emptiest, for equal capacity: " + fairness.highest().name() + " has "
                + Say.percent(fairness.balance().highest()) + " of its target, "
                + fairness.lowest().name() + " "
                + Say.percent(fairness.balance().lowest()) + ". " + verdict;
    }

    private static List<Figure> figures(List<Rollup> rollups, Fairness fairness, Illusions illusions) {
        var figures = new ArrayList<>(List.of(
                Figure.of(
                        "Highest over lowest",
                        Unit.RATIO,
                        fairness.balance().spread(),
                        "Highest share of target over the lowest; more than 1.20 needs rebalancing"),
                Figure.of(
                        "Coefficient of variation",
                        Unit.SHARE,
                        fairness.balance().variation(),
                        "Standard deviation of the shares of target over their mean"),
                Figure.of("Gini", Unit.NUMBER, fairness.balance().gini(), "0 when all are equal, towards 1")));
        figures.add(growth(rollups));
        double[] totals = rollups.stream()
                .filter(rollup -> rollup.capacity() > 0)
                .mapToDouble(Rollup::potential)
                .sorted()
                .toArray();
        if (totals.length > 0) {
            double mean = Arrays.stream(totals).average().orElse(0);
            double range = totals[totals.length - 1] - totals[0];
            figures.add(Figure.of("Average potential a rep", Unit.MONEY, mean, "Mean over staffed territories"));
            figures.add(Figure.of("Lowest", Unit.MONEY, totals[0], "Least potential of a staffed territory"));
            figures.add(Figure.of("Highest", Unit.MONEY, totals[totals.length - 1], "Most potential"));
            figures.add(Figure.of("Range", Unit.MONEY, range, "Highest less lowest"));
            figures.add(Figure.of("Range of average", Unit.SHARE, mean == 0 ? 0 : range / mean, "Range over average"));
        }
        figures.addAll(illusions.figures());
        figures.addAll(QuotaFigures.of(rollups));
        return figures;
    }

    private static Figure growth(List<Rollup> rollups) {
        double[] each = rollups.stream()
                .filter(rollup -> rollup.capacity() > 0)
                .mapToDouble(rollup -> growing(rollup) / rollup.capacity())
                .toArray();
        return Figure.of(
                "Gini of growth accounts",
                Unit.NUMBER,
                Balance.of(each).gini(),
                "Accounts that grow fast, for equal capacity: 0 when every book has as many, towards 1");
    }

    private static long growing(Rollup rollup) {
        return rollup.accounts().stream()
                .filter(entry -> entry.score().profile().growth() == GrowthBand.HIGH)
                .count();
    }

    private static Row row(Rollup rollup, Fairness fairness) {
        var accounts = rollup.accounts();
        double[] potentials = accounts.stream().mapToDouble(Entry::potential).toArray();
        Double share = fairness.share(rollup);
        double off = share == null ? 0 : Math.abs(share - 1);
        String band = rollup.key().equals("total")
                ? ""
                : share == null ? "no target" : off <= GREEN ? "green" : off <= AMBER ? "amber" : "red";
        Tone tone = share == null || off <= GREEN ? Tone.PLAIN : off <= AMBER ? Tone.WARN : Tone.BAD;
        return Row.of(
                        rollup.key(),
                        rollup.name(),
                        rollup.rep(),
                        accounts.size(),
                        rollup.potential(),
                        Stats.mean(potentials),
                        inTier(accounts, Tier.ONE),
                        inTier(accounts, Tier.TWO),
                        inTier(accounts, Tier.THREE),
                        potentials.length == 0 ? null : Stats.deviation(potentials),
                        share,
                        band)
                .marked(tone)
                .opening();
    }

    private static double byShare(Row row) {
        Double share = row.cells().get(9).number();
        return share == null ? Double.MAX_VALUE : -share;
    }

    private static long inTier(List<Entry> accounts, Tier tier) {
        return accounts.stream().filter(entry -> entry.score().tier() == tier).count();
    }
}
