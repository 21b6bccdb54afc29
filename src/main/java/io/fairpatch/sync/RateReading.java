package io.fairpatch.sync;

import io.fairpatch.model.Progress;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.RowSink;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads the org's currencies; a handful of rows. */
final class RateReading implements RowSink {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<List<String>> page = new ArrayList<>();

    private RateReading() {}

    /** @param account what describe says of Account: only an org with several currencies has CurrencyIsoCode */
    static Rates of(OrgReader reader, ObjectSchema account) {
        if (!account.has("CurrencyIsoCode")) {
            return Rates.NONE;
        }
        var own = new StringBuilder();
        var standing = new HashMap<String, BigDecimal>();
        for (var row : rows(reader, "SELECT IsoCode, ConversionRate, IsCorporate FROM CurrencyType")) {
            standing.put(row.get(0), positive(row.get(1)));
            own.append(row.get(2).equals("true") ? row.get(0) : "");
        }
        return new Rates(own.toString(), standing, dated(reader));
    }

    private static Map<String, NavigableMap<LocalDate, BigDecimal>> dated(OrgReader reader) {
        var dated = new HashMap<String, NavigableMap<LocalDate, BigDecimal>>();
        if (Objects.describable(reader, "DatedConversionRate")) {
            for (var row : rows(reader, "SELECT IsoCode, StartDate, ConversionRate FROM DatedConversionRate")) {
                dated.computeIfAbsent(row.get(0), code -> new TreeMap<>())
                        .put(LocalDate.parse(row.get(1)), positive(row.get(2)));
            }
        }
        return dated;
    }

    private static BigDecimal positive(String rate) {
        double value = rate.isEmpty() ? Double.NaN : Numbers.number(rate);
        return value > 0 ? new BigDecimal(rate) : BigDecimal.ONE;
    }

    private static List<List<String>> rows(OrgReader reader, String soql) {
        var sink = new RateReading();
        reader.query(new BulkQuery(soql.substring(soql.lastIndexOf(' ') + 1), soql, false), sink, Progress.NONE);
        return sink.rows;
    }

    @Override
    public void pageStart(List<String> header) {
        page.clear();
    }

    @Override
    public void row(List<String> values) {
        page.add(List.copyOf(values));
    }

    @Override
    public void pageEnd(int count) {
        rows.addAll(page);
        page.clear();
    }

    @Override
    public void pageBroken() {
        page.clear();
    }
}
