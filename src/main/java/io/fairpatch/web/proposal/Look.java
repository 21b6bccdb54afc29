package io.fairpatch.web.proposal;

import io.fairpatch.web.page.QueryValues;
import io.fairpatch.web.view.Measure;
import io.fairpatch.web.view.MoveColumn;
import io.micronaut.http.uri.UriBuilder;
import java.util.List;

/** How a proposal is looked at: by which measure, by rep or by team, and with which columns. */
record Look(Measure measure, boolean teams, List<MoveColumn> columns) {
    static final Look USUAL = new Look(Measure.POTENTIAL, false, MoveColumn.USUAL);

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
                columns.isEmpty() ? MoveColumn.USUAL : columns);
    }

    Look by(Measure other) {
        return new Look(other, teams, columns);
    }

    Look byTeam(boolean other) {
        return new Look(measure, other, columns);
    }

    void write(UriBuilder builder) {
        if (measure != Measure.POTENTIAL) {
            builder.queryParam("measure", measure.key());
        }
        if (teams) {
            builder.queryParam("by", "team");
        }
        if (!columns.equals(MoveColumn.USUAL)) {
            builder.queryParam("cols", columns.stream().map(MoveColumn::key).toArray());
        }
    }
}
