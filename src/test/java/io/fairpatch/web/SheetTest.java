package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.LineSort;
import io.fairpatch.review.PageRequest;
import io.fairpatch.review.ProposalQueries;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Moves go into a spreadsheet and come back, each line with its fate. */
class SheetTest {
    @Test
    void decisions_and_targets_come_back_and_a_bad_line_says_why() throws IOException, InterruptedException {
        try (var server = new PaperServer()) {
            var olga = new Visitor(server, "olga");
            String path = "/proposals/" + server.proposal();
            olga.post(path + "/submit", Map.of());
            var lines = olga.get(path + "/sheet/moves.csv").body().lines().toList();
            assertThat(olga.get(path + "/sheet/moves.xlsx")
                            .headers()
                            .firstValue("Content-Type")
                            .orElseThrow())
                    .contains("spreadsheetml");

            String rows = String.join(
                    "\n",
                    lines.get(0),
                    lines.get(1).replace(",UNDECIDED,,", ",APPROVED,,"),
                    lines.get(2).replace(",UNDECIDED,,", ",DECLINED,,"),
                    lines.get(3).replace(",UNDECIDED,,", ",DECLINED,Deal about to close,"),
                    "001999999999999AAA,Gone,,,,APPROVED,,0,0,",
                    lines.get(4));
            String answer = olga.post(path + "/sheet", Map.of("rows", rows)).body();

            assertThat(answer)
                    .contains("3 of 5 lines were taken.", "must give a reason", "does not touch account", "As it was.");
            var declined = new LineFilter(null, null, null, LineKind.MOVE, Decision.DECLINED, null, null, null);
            assertThat(server.part(ProposalQueries.class)
                            .lines(PaperOrg.ID, server.proposal(), declined, LineSort.WORTH_FIRST, PageRequest.FIRST)
                            .lines())
                    .extracting("declineReason")
                    .containsExactly("Deal about to close");
        }
    }
}
