package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.fairpatch.insight.report.Reports;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.store.AuditLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages of reports and their twins in JSON and as files, on scores made by the real rules. */
class ReportsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Reports whose rows are made of no rows: the formula beside each says all. */
    private static final Set<String> FORMULA_ALONE =
            Set.of("learned-model", "quota-calculator", "plan-document", "rule-set");

    private static PaperServer server;
    private static Caller caller;
    private static HttpResponse<String> beforeScoring;

    @BeforeAll
    static void open() {
        server = new PaperServer();
        caller = new Caller(server);
        beforeScoring = caller.get("/territories/reports/coverage", "olga");
        new PaperScores(server);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    @Tag("H17")
    void every_report_answers_as_page_and_as_json_with_the_same_sentence() {
        for (var maker : server.part(Reports.class).all()) {
            var json = caller.json("/reports/" + maker.name());
            String sentence = json.at("/sentence").asText();
            assertThat(sentence).as(maker.name()).isNotBlank().doesNotContain("NaN", "null", "Infinity");
            assertThat(caller.page(maker.about().address())).contains("<h1>").doesNotContain("NaN");
            if (!FORMULA_ALONE.contains(maker.name())) {
                assertThat(server.part(Reports.class)
                                .make(PaperOrg.ID, maker.name(), Settings.of(maker.choices(), Map.of()))
                                .table()
                                .rows())
                        .as("what does not open of " + maker.name())
                        .allMatch(row -> row.opens() || row.href() != null);
            }
            for (var row : json.at("/tables/0/rows")) {
                if (row.at("/opens").asBoolean()) {
                    String key = row.at("/key").asText();
                    var opened = caller.json("/reports/" + maker.name() + "/rows?key=" + encoded(key));
                    assertThat(opened.at("/sentence").asText() + opened.at("/notes"))
                            .as(maker.name() + " " + key)
                            .doesNotContain("NaN", "null", "Infinity");
                    assertThat(caller.page(maker.about().address(key))).contains("<h2 id=\"detail-title\">");
                    break;
                }
            }
        }
    }

    @Test
    void a_file_holds_what_is_shown_and_nothing_a_spreadsheet_would_run() throws IOException {
        var rows = caller.json("/reports/gaps?score=0").at("/tables/0/rows");
        var csv = caller.get("/territories/reports/gaps/export?score=0&format=csv", "olga");

        assertThat(csv.body().lines()).hasSize(rows.size() + 1);
        assertThat(csv.body()).contains("'=HYPERLINK").doesNotContain("\n=HYPERLINK", "\n\"=HYPERLINK");
        var xlsx = caller.bytes("/territories/reports/gaps/export?score=0&format=xlsx");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
        assertThat(caller.get("/territories/reports/gaps/export?format=pdf", "olga")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.get("/territories/reports/gaps/export?format=csv", "vera")
                        .statusCode())
                .isEqualTo(403);
        assertThat(caller.get("/territories/reports/gaps", "vera").body()).doesNotContain("XLSX");
    }

    @Test
    void the_ranked_list_is_taken_as_filtered_and_nothing_in_it_is_run() {
        var some = caller.get("/accounts/export?kind=new_business&format=csv", "olga")
                .body();
        assertThat(some.lines())
                .hasSize(1
                        + caller.json("/accounts?kind=NEW_BUSINESS")
                                .at("/total")
                                .asInt());
        var all = caller.get("/api/v1/accounts/export", "olga").body();
        assertThat(all.lines())
                .hasSize(1 + caller.json("/accounts").at("/total").asInt());
        assertThat(all).contains("\n'=HYPERLINK").doesNotContain("\n=HYPERLINK", "\n\"=HYPERLINK");
        assertThat(all.indexOf("Golden 200k 500k 0.4"))
                .as("the most potential first")
                .isBetween(0, all.indexOf("Golden 90 50 75"));
        assertThat(caller.get("/accounts/export?format=csv", "vera").statusCode())
                .isEqualTo(403);
        assertThat(caller.page("/accounts?tier=2")).contains("/accounts/export?tier=2&amp;format=xlsx");
        assertThat(caller.get("/accounts", "vera").body()).doesNotContain("/accounts/export");
    }

    @Test
    @Tag("B13")
    void settings_are_checked_and_the_look_back_is_one_of_them() {
        assertThat(caller.json("/reports/win-rates?months=24")
                        .at("/figures/0/value")
                        .asInt())
                .isGreaterThan(caller.json("/reports/win-rates?months=1")
                        .at("/figures/0/value")
                        .asInt());
        var refused = caller.get("/api/v1/reports/win-rates?months=0", "olga");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("FP5101", "a number from 1");
        assertThat(caller.get("/api/v1/reports/nonsense", "olga").body()).contains("FP5100");
        assertThat(beforeScoring.body()).contains("No account is scored yet", "./fairpatch score");
    }

    @Test
    @Tag("B9")
    void weights_are_changed_on_the_page_logged_and_score_anew_while_old_scores_stay() throws Exception {
        String same = "fit=0.5&intent=0.3&relationship=0.2&expansion=0.4&growth=0.25&strategic=0.2&revenue=0.15";
        String other = same.replace("fit=0.5&intent=0.3", "fit=0.6&intent=0.2") + "&one=80&two=50&reason=Fit+matters";

        assertThat(caller.post("/accounts/rules", "vera", "version=1&" + other).statusCode())
                .isEqualTo(403);
        assertThat(caller.post("/accounts/rules", "olga", "version=1&" + other.replace("0.6", "0.7"))
                        .body())
                .contains("add up to 1.1 but must add up to 1");
        assertThat(caller.post("/accounts/rules", "olga", "version=1&" + other).statusCode())
                .isEqualTo(303);
        assertThat(caller.post("/accounts/rules", "olga", "version=1&" + other).body())
                .contains("FP5103");

        var jobs = server.part(Jobs.class);
        jobs.await(jobs.recent(PaperOrg.ID.value(), 1).get(0).id(), view -> {});
        var golden = caller.json("/accounts/" + PaperScores.GOLDEN);
        assertThat(golden.at("/score").asDouble())
                .as("90 x 0.6 + 50 x 0.2 + 75 x 0.2")
                .isEqualTo(79.0);
        assertThat(caller.page("/accounts/" + PaperScores.GOLDEN)).contains("Earlier scorings", "version 1", "75.0");
        assertThat(caller.page("/accounts/rules"))
                .contains("Version 2 of the weights is in force", "Fit matters", "olga");
        assertThat(server.part(AuditLog.class).entries(PaperOrg.ID, 0, 50))
                .anyMatch(entry ->
                        entry.action().equals("scoring.change") && entry.actor().equals("olga"));
        assertWeightsByApi();
    }

    /** Judging takes seconds where there are many deals: weights are there at once, the verdict when it is known. */
    @Test
    void the_learned_model_is_judged_after_the_page_of_weights_is_there() {
        var page = "/accounts/rules";
        assertThat(caller.page(page)).contains("Weights and cuts", "is being judged", page + "?judge=true");
        assertThat(caller.page(page + "?judge=true"))
                .contains("for a learned model, ")
                .doesNotContain("being judged");
        assertThat(caller.page(page)).contains("for a learned model, ").doesNotContain("being judged");
    }

    private static void assertWeightsByApi() throws Exception {
        String back = "{\"version\":%d,\"weights\":{\"fit\":0.5,\"%s\":0.3},\"reason\":\"As it was\"}";
        String path = "/api/v1/scoring/weights";
        assertThat(caller.json("/scoring/weights").at("/weights/fit").asDouble())
                .isEqualTo(0.6);
        assertThat(caller.post(path, "vera", back.formatted(2, "intent")).statusCode())
                .isEqualTo(403);
        assertThat(caller.post(path, "olga", back.formatted(2, "luck")).body()).contains("FP5104", "no weight luck");
        assertThat(caller.post(path, "olga", back.formatted(1, "intent")).body())
                .contains("FP5103");
        assertThat(JSON.readTree(caller.post(path, "olga", back.formatted(2, "intent"))
                                .body())
                        .at("/version")
                        .asInt())
                .isEqualTo(3);
        assertThat(caller.json("/scoring/weights").at("/changes")).hasSize(2);
    }

    @Test
    void who_may_not_see_proposals_sees_no_report() {
        assertThat(caller.get("/territories/reports/coverage", "rita").statusCode())
                .isEqualTo(403);
        assertThat(caller.get("/api/v1/reports/coverage", "rita").statusCode()).isEqualTo(403);
    }

    @Test
    void a_row_opens_in_the_side_panel_and_pages_fit_a_phone_and_are_accessible() {
        try (var browser = new Browser()) {
            Page page = browser.open(1280, 900, true);
            Browser.signIn(page, server, "olga");
            page.navigate(server.uri("/accounts/reports/segments").toString());
            page.click(".fp-report tbody th a");
            page.waitForSelector("#panel >> text=Potential of a segment is the sum");
            assertThat(Browser.violations(page)).isEmpty();
            page.setViewportSize(390, 900);
            for (String path : new String[] {"/accounts/reports/win-rates", "/territories/reports/coverage"}) {
                page.navigate(server.uri(path).toString());
                assertThat(page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as(path)
                        .isEqualTo(true);
                assertThat(Browser.violations(page)).as(path).isEmpty();
            }
            page.navigate(server.uri("/timeline").toString());
            PlaywrightAssertions.assertThat(page.locator(".fp-nav__item_current"))
                    .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
