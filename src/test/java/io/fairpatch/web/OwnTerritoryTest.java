package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.review.ProposalQueries;
import io.fairpatch.web.view.Show;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rep sees the own book alone, says what looks wrong, and reviewers read it. */
@Tag("H3")
@Tag("H6")
@Tag("H9")
class OwnTerritoryTest {
    @Test
    void a_rep_sees_no_figure_of_another_and_is_heard() throws IOException, InterruptedException {
        try (var server = new PaperServer()) {
            var rita = new Visitor(server, "rita");
            String page = rita.get("/my-territory").body();

            var books = server.part(ProposalQueries.class).books(PaperOrg.ID, server.proposal());
            var own = books.stream()
                    .filter(view -> view.book().rep().equals(PaperPlan.FIRST_REP))
                    .findFirst()
                    .orElseThrow();
            assertThat(page).contains("Your book: " + own.book().before().accounts() + " accounts");
            books.stream().filter(view -> view != own).forEach(other -> assertThat(page)
                    .doesNotContain(other.repName(), other.book().territory() + "<"));
            assertThat(rita.get("/proposals").statusCode()).isEqualTo(403);

            var found = Pattern.compile("<option value=\"(\\w{18})\">").matcher(page);
            assertThat(found.find()).isTrue();
            String account = found.group(1);
            rita.post(
                    "/my-territory/feedback",
                    Map.of("account", account, "text", "They moved to Berlin", "revision", "1"));
            var foreign = rita.post(
                    "/my-territory/feedback", Map.of("account", "001000000000000AAA", "text", "x", "revision", "1"));
            assertThat(foreign.statusCode()).isEqualTo(403);

            var olga = new Visitor(server, "olga");
            var sheet = olga.get("/proposals/" + server.proposal() + "/reps/" + PaperPlan.FIRST_REP);
            assertThat(sheet.body())
                    .contains(
                            own.repName(),
                            own.book().territory(),
                            "Quota that fits",
                            "Accounts to touch first",
                            "Potential a year",
                            "Revenue a year\">" + Show.money(PaperPlan.REVENUE * 100),
                            "Coverage and support",
                            "visits a year");
            int moved = server.part(Jdbi.class).withHandle(handle -> handle.createQuery(
                            "SELECT count(*) FROM proposal_line WHERE proposal_id = :id AND kind = 'MOVE'"
                                    + " AND :rep IN (from_rep, to_rep)")
                    .bind("id", server.proposal())
                    .bind("rep", PaperPlan.FIRST_REP.value())
                    .mapTo(int.class)
                    .one());
            assertThat(moved).isPositive();
            assertThat(sheet.body().split("data-label=\"Came or left\"", -1)).hasSize(moved + 1);
            assertThat(olga.get("/territories").body()).contains(own.book().narrative());
            var panel = olga.get("/proposals/" + server.proposal() + "/moves/" + account);
            if (panel.statusCode() == 200) {
                assertThat(panel.body()).contains("They moved to Berlin", "in the CRM");
            }
        }
    }
}
