package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.soql.BoundQuery;
import io.fairpatch.sandbox.soql.ChildQuery;
import io.fairpatch.sandbox.soql.FigureName;
import io.fairpatch.sandbox.soql.TypedParent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a query found, with the children and parents it asked for. */
final class FoundRecords {
    private final Org org;
    private final SoapRecords records;

    FoundRecords(Org org, SoapRecords records) {
        this.org = org;
        this.records = records;
    }

    /** @param children by the query's children, and then by the parent's id */
    String record(Row row, BoundQuery query, List<Map<String, List<Row>>> children) {
        var more = new StringBuilder(parents(row, query));
        for (int i = 0; i < children.size(); i++) {
            more.append(children(query.children().get(i), children.get(i).get(row.id())));
        }
        return records.of("records", row, query.columns(), more.toString());
    }

    private String parents(Row row, BoundQuery query) {
        return query.typedParents().stream().map(parent -> parent(row, parent)).collect(Collectors.joining());
    }

    private String parent(Row row, TypedParent typed) {
        var parent = typed.of(row);
        var name = "sf:" + typed.name();
        return parent == null
                ? nil(name)
                : records.of(
                        name,
                        parent,
                        typed.fields(org.schema().ofId(parent.id()).orElseThrow()));
    }

    private String children(ChildQuery child, @Nullable List<Row> rows) {
        var name = "sf:" + child.name();
        if (rows == null) {
            return nil(name);
        }
        var content = rows.stream()
                .map(row -> records.of("records", row, child.query().columns(), parents(row, child.query())))
                .collect(Collectors.joining());
        return "<%1$s xsi:type=\"QueryResult\">%2$s</%1$s>".formatted(name, result("", content, rows.size()));
    }

    /** Lines of figures, which are no records but look like some. */
    static String figures(List<Map<String, @Nullable Object>> lines, List<FigureName> names) {
        return lines.stream().map(line -> figures(line, names)).collect(Collectors.joining());
    }

    private static String figures(Map<String, @Nullable Object> line, List<FigureName> names) {
        var xml = new StringBuilder(
                "<records xsi:type=\"sf:sObject\"><sf:type>AggregateResult</sf:type><sf:Id xsi:nil=\"true\"/>");
        for (var each : names) {
            var name = "sf:" + each.name();
            var value = line.get(each.name());
            xml.append(value == null ? nil(name) : figure(name, each.type(), value));
        }
        return xml.append("</records>").toString();
    }

    private static String figure(String name, FieldType type, Object value) {
        var spelt = type.isId() ? FieldType.STRING : type;
        var text = type == FieldType.DATETIME ? value.toString().replace("+0000", "Z") : value.toString();
        return "<%1$s xsi:type=\"%2$s\">%3$s</%1$s>".formatted(name, spelt.soapType(), Xml.escape(text));
    }

    private static String nil(String name) {
        return "<" + name + " xsi:nil=\"true\"/>";
    }

    /** The content of a result. */
    static String result(String locator, String content, int size) {
        return "<done>%s</done>%s%s<size>%d</size>"
                .formatted(
                        locator.isEmpty(),
                        locator.isEmpty() ? nil("queryLocator") : "<queryLocator>" + locator + "</queryLocator>",
                        content,
                        size);
    }
}
