package io.fairpatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final Report REPORT = new Report(
            "Books",
            "Two books.",
            List.of(
                    Figure.of("Potential", Unit.MONEY, 250_000, "sum of the rows"),
                    Figure.of("Reps", Unit.COUNT, 2, "the rows")),
            null,
            List.of(new Table(
                    "Reps",
                    List.of(Column.text("rep", "Rep"), Column.of("potential", "Potential", Unit.MONEY)),
                    List.of(
                            Row.of("1", Value.of("Ann"), Value.of(100_000)),
                            Row.of("2", Value.of("Bob"), Value.of(150_050))))),
            List.of());

    @Test
    void amounts_name_their_currency_where_the_org_has_several() {
        assertThat(ReportText.of(REPORT.in("EUR")))
                .contains("Potential (EUR): 2,500", "Reps: 2\n", "Rep  Potential (EUR)", "Ann            1,000");
        assertThat(ReportText.json("books", Map.of(), REPORT, "EUR"))
                .containsEntry("currency", "EUR")
                .containsEntry("figures", Map.of("Potential", 250_000L, "Reps", 2L));

        assertThat(ReportText.of(REPORT.in(""))).contains("Potential: 2,500", "Rep  Potential\n");
        assertThat(ReportText.json("books", Map.of(), REPORT, "")).doesNotContainKey("currency");
    }
}
