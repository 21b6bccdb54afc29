package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SalesforceId;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of accounts and its twin in JSON, on scores made by the real rules. */
class AccountsTest {
    private static final Pattern ROW = Pattern.compile("href=\"/accounts/(\\w{18})");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static PaperServer server;
    private static Caller caller;
    private static PaperScores paper;
    private static String emptyPage = "";
    private static String emptyJson = "";

    @BeforeAll
    static void open() {
        server = new PaperServer();
        caller = new Caller(server);
        emptyPage = caller.get("/accounts", "olga").body();
        emptyJson = caller.get("/api/v1/accounts", "olga").body();
        paper = new PaperScores(server);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    @Tag("B1")
    void the_sentence_counts_all_and_those_with_full_data() {
        long full = paper.scores().values().stream()
                .filter(score -> score.assumptions().isEmpty())
                .count();

        assertThat(caller.page("/accounts"))
                .contains(
                        "<h1>66 accounts, " + full + " scored from full data; 1 came since and wait for a score.</h1>");
        assertThat(full).isPositive().isLessThan(paper.scores().size());
    }

    /** A commit changes the org; what is told of accounts comes from the copy. */
    @Test
    void pages_say_that_the_copy_is_older_than_the_last_commit() {
        String older = "What was committed last is not in the copy of the org yet";
        done("SYNC", 30);
        done("COMMIT", 20);
        assertThat(caller.page("/territories/reports/balance")).contains(older);

        done("SYNC", 10);
        assertThat(caller.page("/territories/reports/balance")).doesNotContain(older);
        server.part(Jdbi.class).useHandle(h -> h.execute("DELETE FROM job_run"));
    }

    private static void done(String kind, int minutesAgo) {
        server.part(Jdbi.class)
                .useHandle(h -> h.execute(
                        """
                INSERT INTO job_run (org_id, id, kind, state, params, submitted_by, submitted_at, started_at, finished_at)
                SELECT ?, gen_random_uuid(), ?, 'DONE', '{}', 'olga', at, at, at
                FROM (SELECT now() - make_interval(mins => ?) AS at) AS moment
                """,
                        PaperOrg.ID.value(),
                        kind,
                        minutesAgo));
    }

    @Test
    void where_the_org_has_several_currencies_every_page_says_what_amounts_are_in() {
        assertThat(caller.page("/accounts")).doesNotContain("Amounts are in");

        server.part(Jdbi.class).useHandle(h -> h.execute("UPDATE sync_run SET currency = 'EUR'"));
        assertThat(caller.page("/accounts")).contains("Amounts are in EUR");
        assertThat(caller.page("/territories/reports/balance")).contains("Amounts are in EUR");
        assertThat(caller.page("/territories/reports/balance/export")).contains(",Potential a year (EUR),");
        assertThat(caller.page("/api/v1/accounts/export")).contains(",Potential a year (EUR)");
        assertThat(caller.page("/api/v1/reports/balance")).contains("\"currency\":\"EUR\"");
        server.part(Jdbi.class).useHandle(h -> h.execute("UPDATE sync_run SET currency = ''"));
    }

    @Test
    @Tag("A9")
    @Tag("A10")
    @Tag("A18")
    void an_account_shows_who_decides_what_closes_next_and_what_work_it_makes() throws IOException {
        try (var handle = server.part(Jdbi.class).open()) {
            insertPeopleAndDeals(handle);
        }
        var detail = JSON.readTree(caller.get("/api/v1/accounts/" + PaperScores.GOLDEN, "olga")
                        .body())
                .at("/dealings");

        assertThat(detail.at("/people/0/name").asText()).isEqualTo("Zoe Zander");
        assertThat(detail.at("/people/0/roles").asText()).isEqualTo("Decision Maker");
        assertThat(detail.at("/deals/0/closeDate").asText())
                .as("closed ones are left out")
                .isEqualTo("2026-04-01");
        assertThat(detail.at("/openDeals").asInt()).isEqualTo(2);
        var work = detail.at("/work");
        assertThat(work.at("/hours").asDouble())
                .isPositive()
                .isCloseTo(
                        work.at("/visitHours").asDouble()
                                + work.at("/otherHours").asDouble()
                                + work.at("/wayHours").asDouble(),
                        within(1e-9));
        assertThat(caller.page("/accounts/" + PaperScores.GOLDEN))
                .contains("Zoe Zander: Head of IT; Decision Maker", "2026-04-01", "Work a year", "Last activity")
                .doesNotContain("2026-02-01");
    }

    private static void insertPeopleAndDeals(Handle handle) {
        String org = PaperOrg.ID.value();
        String account = PaperScores.GOLDEN.value();
        String contact =
                "INSERT INTO contact (org_id, id, account_id, name, title, system_modstamp) VALUES (?, ?, ?, ?, ?, now())";
        handle.execute(contact, org, "003000000000001AAA", account, "Ada Adams", "Assistant");
        handle.execute(contact, org, "003000000000002AAA", account, "Zoe Zander", "Head of IT");
        handle.execute(
                """
                INSERT INTO contact_role (org_id, id, opportunity_id, contact_id, role, is_primary, system_modstamp)
                VALUES (?, '00K000000000001AAA', '006000000000901AAA', '003000000000002AAA', 'Decision Maker', false, now())
                """,
                org);
        for (String[] deal : new String[][] {
            {"006000000000901AAA", "2026-05-01", "false"},
            {"006000000000902AAA", "2026-04-01", "false"},
            {"006000000000903AAA", "2026-02-01", "true"}
        }) {
            handle.execute(
                    """
                    INSERT INTO opportunity (org_id, id, account_id, stage, close_date, closed, won, system_modstamp)
                    VALUES (?, ?, ?, 'Proposal', ?::date, ?::boolean, false, now())
                    """,
                    org,
                    deal[0],
                    account,
                    deal[1],
                    deal[2]);
        }
    }

    @Test
    @Tag("B6")
    @Tag("B7")
    void the_list_is_ranked_and_every_scale_ranks_alike() {
        var byPotential = ids(caller.page("/accounts"));
        var byScore = ids(caller.page("/accounts?sort=-score"));

        assertThat(byPotential)
                .hasSize(50)
                .isSortedAccordingTo(
                        Comparator.comparingLong((SalesforceId id) -> score(id).potentialCents())
                                .reversed());
        assertThat(byScore)
                .startsWith(PaperScores.SCRIPT)
                .isSortedAccordingTo(Comparator.comparingDouble(
                                (SalesforceId id) -> score(id).score())
                        .reversed());
        assertThat(ids(caller.page("/accounts?sort=-score&scale=ten"))).isEqualTo(byScore);
        assertThat(ids(caller.page("/accounts?sort=-score&scale=grade"))).isEqualTo(byScore);
        assertThat(ids(caller.page("/accounts?sort=-score&offset=50")))
                .hasSize(15)
                .doesNotContainAnyElementsOf(byScore);
        assertThat(caller.page("/accounts?text=golden+90&scale=ten"))
                .contains("title=\"75.0 of 100, 8 of 10, grade B\">8</td>");
    }

    @Test
    @Tag("B4")
    @Tag("B17")
    @Tag("B18")
    @Tag("H17")
    void reasons_add_up_to_the_score_and_to_the_potential() {
        for (var item : caller.json("/accounts?limit=100").at("/items")) {
            var account = caller.json("/accounts/" + item.at("/account").asText());
            assertThat(sum(account.at("/reasons"))).isCloseTo(item.at("/score").asDouble(), within(1e-9));
            assertThat(sum(account.at("/potentialReasons")))
                    .isEqualTo(item.at("/potentialCents").asDouble());
        }

        assertThat(caller.json("/accounts/" + PaperScores.GOLDEN).at("/score").asDouble())
                .isEqualTo(75.0);
        var customer = caller.json("/accounts/" + PaperScores.CUSTOMER);
        double chance = customer.at("/winProbability").asDouble();
        assertThat(chance).as("4 of 10, drawn a little to 4 of 11").isBetween(4.0 / 11, 0.4);
        assertThat(customer.at("/potentialCents").asLong()).isEqualTo(Math.round(20_000_000 + 50_000_000 * chance));
        assertThat(customer.at("/winSample").asInt()).isEqualTo(10);
        assertThat(caller.page("/accounts/" + PaperScores.CUSTOMER))
                .contains("Win probability 39.6\u00a0%", "10 closed deals", "West 1", "61.5", "+398k");
    }

    @Test
    @Tag("A11")
    void what_was_assumed_is_said() {
        assertThat(caller.page("/accounts/" + PaperScores.NO_INTENT)).contains("<li>Intent unknown: 50 assumed</li>");
    }

    @Test
    @Tag("B5")
    @Tag("B8")
    void the_new_business_list_leaves_out_customers_and_lost_ones_and_says_how_many() {
        var newBusiness = caller.json("/accounts?kind=NEW_BUSINESS&limit=500");

        assertThat(newBusiness.findValuesAsText("account"))
                .hasSize(PaperScores.FILLERS + 3)
                .doesNotContain(PaperScores.CUSTOMER.value(), PaperScores.LOST.value());
        assertThat(caller.page("/accounts?kind=new_business"))
                .contains("Left out: 1 customer and 1 prospect lost to us")
                .contains("of 63 accounts");
        assertThat(ids(caller.page("/accounts?tier=1")))
                .containsExactlyInAnyOrder(PaperScores.SCRIPT, PaperScores.LOST);
        assertThat(ids(caller.page("/accounts?grade=A"))).hasSize(2);
        assertThat(caller.page("/accounts?text=nothing%20like%20it")).contains("No account matches.");
        assertThat(caller.get("/accounts?sort=name%20desc", "olga").statusCode())
                .isEqualTo(400);
    }

    @Test
    void names_are_text_and_never_markup() {
        assertThat(caller.page("/accounts?text=script") + caller.page("/accounts/" + PaperScores.SCRIPT))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Söhne")
                .doesNotContain("<script>alert");
    }

    @Test
    @Tag("B9")
    @Tag("I10")
    void the_rules_in_force_stand_at_the_foot() {
        assertThat(caller.page("/accounts"))
                .contains("version 1 of", "Score = 0.5 x fit + 0.3 x intent + 0.2 x relationship")
                .contains("90 for 100 to 1,000 employees in a target industry", "Tier 1, grade A: 80 points and more")
                .contains("A score is advice, not a verdict");
    }

    @Test
    void before_the_first_scoring_the_page_says_how_to_get_one() {
        assertThat(emptyPage).contains("Accounts appear here after the first sync and score", "./fairpatch score");
        assertThat(emptyJson).contains("\"total\":0");
    }

    @Test
    void who_may_not_see_proposals_sees_no_accounts_and_what_is_not_there_is_404() {
        assertThat(caller.get("/accounts", "rita").statusCode()).isEqualTo(403);
        assertThat(caller.get("/api/v1/accounts", "rita").statusCode()).isEqualTo(403);
        assertThat(caller.get("/accounts/001000000000999", "olga").statusCode()).isEqualTo(404);
        assertThat(caller.get("/accounts/nonsense", "olga").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("H17")
    void a_name_opens_the_side_panel_and_the_page_fits_a_phone_and_is_accessible() {
        try (var browser = new Browser()) {
            Page page = browser.open(1440, 900, true);
            Browser.signIn(page, server, "olga");
            page.navigate(server.uri("/accounts?text=golden").toString());
            page.click("text=Golden 90 50 75");
            page.waitForSelector("#panel >> text=The score, part by part");
            page.keyboard().press("Escape");
            page.click("#accounts >> text=A, B, C");
            page.waitForURL("**scale=grade**");
            page.setViewportSize(390, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
            assertThat(Browser.violations(page))
                    .filteredOn(found -> List.of("serious", "critical").contains(found.getImpact()))
                    .isEmpty();
        }
    }

    private static AccountScore score(SalesforceId account) {
        return Objects.requireNonNull(paper.scores().get(account));
    }

    private static double sum(JsonNode reasons) {
        double sum = 0;
        for (var reason : reasons) {
            sum += reason.at("/points").asDouble();
        }
        return sum;
    }

    /** The accounts of the list, in its order. */
    private static List<SalesforceId> ids(String page) {
        return ROW.matcher(page)
                .results()
                .map(found -> SalesforceId.of(found.group(1)))
                .distinct()
                .toList();
    }
}
