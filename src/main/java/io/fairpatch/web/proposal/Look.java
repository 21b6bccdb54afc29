package io.fairpatch.web.proposal;

import io.fairpatch.web.page.QueryValues;
import io.fairpatch.web.view.Measure;
import io.fairpatch.web.view.MoveColumn;
import io.micronaut.http.uri.UriBuilder;
import java.util.List;

/**
 * How a proposal is looked at: by which measure, by rep or by team, with which columns.
 *
 * @param allBooks whether all books are drawn, where else only the outermost are
 */
record Look(Measure measure, boolean teams, boolean allBooks, List<MoveColumn> columns) {
    static final Look USUAL = new Look(Measure.POTENTIAL, false, false, MoveColumn.USUAL);

    Look {
        columns = List.copyOf(columns);
    }

    static Look parse(QueryValues values) {
        Measure measure = values.choice("measure", Measure.values());
        List<MoveColumn> columns = values.all("cols").stream()
                .map(text -> QueryValues.choice("cols", text, MoveColumn.values()))
                .distinct()
                .toList();
        return new Look(
                measure == null ? Measure.POTENTIAL : measure,
                "team".equals(values.get("by")),
                "all".equals(values.get("books")),
                columns.isEmpty() ? MoveColumn.USUAL : columns);
    }

    Look by(Measure other) {
        return new Look(other, teams, allBooks, columns);
    }

    Look byTeam(boolean other) {
        return new Look(measure, other, allBooks, columns);
    }

    Look drawing(boolean all) {
        return new Look(measure, teams, all, columns);
    }

    void write(UriBuilder builder) {
        if (measure != Measure.POTENTIAL) {
            builder.queryParam("measure", measure.key());
        }
        if (teams) {
            builder.queryParam("by", "team");
        }
        if (allBooks) {
            builder.queryParam("books", "all");
        }
        if (!columns.equals(MoveColumn.USUAL)) {
            builder.queryParam("cols", columns.stream().map(MoveColumn::key).toArray());
        }
    }
}
