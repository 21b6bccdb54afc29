package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.OrgTable;
import java.util.ArrayList;
import java.util.List;

/** A row whose values are asked for by the name of their column. */
record GivenRow(List<String> columns, List<String> values) {

    String at(String column) {
        return values.get(columns.indexOf(column));
    }

    static List<GivenRow> of(GeneratorConfig config, String object) {
        OrgTable table = table(config, object);
        var rows = new ArrayList<GivenRow>();
        table.rows().forEach(row -> rows.add(new GivenRow(table.columns(), List.of(row))));
        return rows;
    }

    static OrgTable table(GeneratorConfig config, String object) {
        return new OrgGenerator()
                .generate(config).tables().stream()
                        .filter(table -> table.object().equals(object))
                        .findFirst()
                        .orElseThrow();
    }
}
