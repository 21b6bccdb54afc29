package io.fairpatch.sandbox.org;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The opportunity stages: the standard ones unless others were given, and those that opportunities use besides. */
final class Stages {
    private static final String STANDARD = "/io/fairpatch/sandbox/stages.csv";

    private final Org org;
    private final Table table;

    Stages(Org org) {
        this.org = org;
        this.table = org.table("OpportunityStage");
    }

    /** Adds missing stages and lets opportunities offer all; returns those that were only found in opportunities. */
    List<String> complete(boolean given, @Nullable LoadedTable opportunities) {
        if (!given) {
            standard()
                    .forEach(line -> add(
                            line.getField("MasterLabel"),
                            Boolean.parseBoolean(line.getField("IsClosed")),
                            Boolean.parseBoolean(line.getField("IsWon")),
                            line.getField("ForecastCategory"),
                            Double.parseDouble(line.getField("DefaultProbability"))));
        }
        var added = opportunities == null ? List.<String>of() : addUnknown(opportunities);
        offer();
        return added;
    }

    /** Lets opportunities offer the stages to choose from. */
    private void offer() {
        var label = table.type().require("MasterLabel");
        var names = table.rows().stream().map(row -> row.text(label)).toList();
        var deals = org.table("Opportunity");
        var fields = deals.type().fields().stream()
                .map(field -> field.name().equals("StageName") ? field.offering(names) : field)
                .toList();
        deals.become(deals.type().with(fields));
        org.schema().put(deals.type());
    }

    private List<String> addUnknown(LoadedTable opportunities) {
        var type = opportunities.type();
        var known = known();
        var added = new ArrayList<String>();
        for (var values : opportunities.rows()) {
            if (values[type.require("StageName").column()] instanceof String name && known.add(name)) {
                guess(
                        name,
                        values[type.require("IsClosed").column()],
                        values[type.require("IsWon").column()]);
                added.add(name);
            }
        }
        return added;
    }

    private Set<String> known() {
        var label = table.type().require("MasterLabel");
        var known = new HashSet<String>();
        table.rows().forEach(row -> known.add(row.text(label)));
        return known;
    }

    /** What its first opportunity says about a stage counts; without that, its name. */
    private void guess(String name, @Nullable Object isClosed, @Nullable Object isWon) {
        var lower = name.toLowerCase(Locale.ROOT);
        boolean won = isWon == null ? lower.contains("won") : Boolean.TRUE.equals(isWon);
        boolean closed = won
                || (isClosed == null
                        ? lower.contains("lost") || lower.contains("closed")
                        : Boolean.TRUE.equals(isClosed));
        double probability = won ? 100 : closed ? 0 : 50;
        add(name, closed, won, won ? "Closed" : closed ? "Omitted" : "Pipeline", probability);
    }

    private void add(String name, boolean closed, boolean won, String forecast, double probability) {
        var type = table.type();
        var values = new @Nullable Object[type.width()];
        values[type.require("MasterLabel").column()] = name;
        values[type.require("ApiName").column()] = name;
        values[type.require("IsActive").column()] = true;
        values[type.require("SortOrder").column()] = table.size() + 1;
        values[type.require("IsClosed").column()] = closed;
        values[type.require("IsWon").column()] = won;
        values[type.require("ForecastCategory").column()] = forecast;
        values[type.require("ForecastCategoryName").column()] = forecast;
        values[type.require("DefaultProbability").column()] = probability;
        for (var stamp : new String[] {"CreatedDate", "LastModifiedDate", "SystemModstamp"}) {
            values[type.require(stamp).column()] = org.born().toEpochMilli();
        }
        table.append(values);
    }

    private static List<NamedCsvRecord> standard() {
        try (InputStream stream = Objects.requireNonNull(Stages.class.getResourceAsStream(STANDARD), STANDARD);
                var reader = CsvReader.builder().ofNamedCsvRecord(stream)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + STANDARD, e);
        }
    }
}
