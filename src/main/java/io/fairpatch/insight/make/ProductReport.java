package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.make.ProductSpace.Opening;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which products customers do not have yet, and what their peers spend on them. */
@Singleton
final class ProductReport implements ReportMaker {
    private static final About ABOUT = About.of("products", "White space by product", Group.ACCOUNTS);

    private static final List<Column> COLUMNS = List.of(
            Column.text("product", "Product"),
            Column.of("have", "Customers who have it", Unit.COUNT),
            Column.of("penetration", "of all customers", Unit.SHARE),
            Column.of("sold", "Sold so far", Unit.MONEY, "Line items of won deals"),
            Column.of("lack", "Customers without it", Unit.COUNT, "In industries where others have it"),
            Column.of("space", "White space", Unit.MONEY, "Sum of the openings behind it"));
    private static final List<Column> OPENINGS = List.of(
            Column.text("account", "Account"),
            Column.text("rep", "Rep"),
            Column.text("industry", "Industry"),
            Column.of("peers", "Peers who have it", Unit.SHARE, "Share of the industry's customers"),
            Column.of("average", "They spent", Unit.MONEY, "Mean of those who have it"),
            Column.of("opening", "Opening", Unit.MONEY, "Share x mean"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var space = new ProductSpace(land);
        var rows = space.products().stream()
                .map(product -> row(land, space, product).opening())
                .sorted(Comparator.comparingDouble(ProductReport::space)
                        .reversed()
                        .thenComparing(Row::key))
                .toList();
        double all = rows.stream().mapToDouble(ProductReport::space).sum();
        return new Report(
                title(),
                rows.isEmpty()
                        ? "The org has no line items of won deals, so that nobody knows who has which product."
                        : Say.count(rows.size(), "product", "products") + "; openings of " + Say.money(all)
                                + " with customers who lack what their peers have, most of it in "
                                + rows.get(0).key() + ".",
                List.of(),
                Chart.bars("White space", "space"),
                List.of(new Table("Products", COLUMNS, rows)
                        .orSay("Products and line items come with the next sync, if the org sells by products.")),
                List.of(
                        "An opening is what a customer does not have, worth the share of its industry's customers who have"
                                + " it x what those spent on average. Prospects are left out: see White space."));
    }

    private static Row row(Landscape land, ProductSpace space, String product) {
        var customers = land.entries().stream()
                .filter(entry -> entry.score().customer())
                .toList();
        var have = customers.stream()
                .filter(entry -> space.sold(entry).containsKey(product))
                .toList();
        var lacking = space.lacking(product);
        return Row.of(
                product,
                product,
                have.size(),
                Value.share(have.size(), customers.size()),
                have.stream()
                        .mapToLong(entry -> space.sold(entry).getOrDefault(product, 0L))
                        .sum(),
                lacking.size(),
                lacking.values().stream().mapToLong(Opening::worth).sum());
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        var space = new ProductSpace(land);
        if (!space.products().contains(key)) {
            return Optional.empty();
        }
        var lacking = space.lacking(key);
        var rows = lacking.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Entry, Opening> found) ->
                                found.getValue().worth())
                        .reversed()
                        .thenComparing(found -> found.getKey().account().id().value()))
                .limit(AccountRows.MOST)
                .map(found -> opening(found.getKey(), found.getValue()))
                .toList();
        return Optional.of(new Report(
                key,
                Say.count(lacking.size(), "customer lacks", "customers lack") + " it; worth "
                        + Say.money(lacking.values().stream()
                                .mapToLong(Opening::worth)
                                .sum())
                        + ".",
                List.of(),
                null,
                List.of(new Table("Openings", OPENINGS, rows)),
                List.of()));
    }

    private static Row opening(Entry entry, Opening opening) {
        return AccountRows.link(
                entry,
                Row.of(
                        entry.account().id().value(),
                        entry.account().name(),
                        AccountRows.holder(entry),
                        entry.profile().industry(),
                        opening.share(),
                        opening.averageCents(),
                        opening.worth()));
    }

    private static double space(Row row) {
        Double number = row.cells().get(5).number();
        return number == null ? 0 : number;
    }
}
