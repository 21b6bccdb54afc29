package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineSort;
import io.fairpatch.review.PageRequest;
import io.fairpatch.review.ProposalLine;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Once people changed what the planner proposed, no sentence of the page speaks of the planner's plan as if it held. */
@Tag("H2")
class ChangedPlanTest {
    private static final Pattern OUTSIDE = Pattern.compile("fp-badge_bad");

    private PaperServer server;
    private Visitor olga;
    private String path;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        server = new PaperServer();
        olga = new Visitor(server, "olga");
        path = "/proposals/" + server.proposal();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void declined_moves_are_in_no_figure() throws IOException, InterruptedException {
        olga.post(path + "/submit", Map.of());
        assertThat(page()).contains("What the planner says<");

        olga.post(path + "/decisions", Map.of("act", "decline-all", "note", "Not this quarter", "query", ""));

        assertThat(page())
                .contains("0 of 320 accounts move; the fullest book stays at", "What the planner said of its plan")
                .doesNotContain("all met", "open deals worth");
        assertThat(olga.get("/proposals").body()).contains("0 of 320 accounts move;");
    }

    @Test
    void who_edits_what_is_in_review_reads_what_saving_undoes() throws IOException, InterruptedException {
        var line = moves(1).get(0);
        edit(line);
        assertThat(page()).contains("1 edit not in the proposal").doesNotContain("Saving makes");

        olga.post(path + "/submit", Map.of());

        assertThat(page()).contains("Saving makes the next version a draft: it must be submitted and approved anew.");
        olga.post(path + "/edits/save", Map.of());
        assertThat(server.part(ProposalQueries.class)
                        .get(PaperOrg.ID, server.proposal())
                        .state())
                .isEqualTo(ProposalState.DRAFT);
    }

    @Test
    void the_bands_are_those_of_the_books_below() throws IOException, InterruptedException {
        for (var line : moves(40)) {
            edit(line);
        }
        olga.post(path + "/edits/save", Map.of());

        String page = page();
        long outside = OUTSIDE.matcher(books(page)).results().count();
        assertThat(outside).isPositive();
        assertThat(page)
                .contains(">" + outside + " of 10 outside<", "What the planner said of its plan")
                .doesNotContain("all met");
    }

    private List<ProposalLine> moves(int count) {
        return server.part(ProposalQueries.class)
                .lines(
                        PaperOrg.ID,
                        server.proposal(),
                        LineFilter.MOVES.decided(Decision.UNDECIDED),
                        LineSort.WORTH_FIRST,
                        new PageRequest(0, count))
                .lines();
    }

    private void edit(ProposalLine line) throws IOException, InterruptedException {
        var first = PaperPlan.FIRST_REP.value();
        olga.post(
                path + "/edits",
                Map.of("account", line.account().value(), "to", first, "note", "All to one", "query", ""));
    }

    private String page() throws IOException, InterruptedException {
        return olga.get(path).body();
    }

    private static String books(String page) {
        int from = page.indexOf("Potential over target before and after");
        return page.substring(from, page.indexOf("</table>", from));
    }
}
