package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files are taken in by the page and by the API as by the command: looked at first, every row with its fate. */
class ImportPageTest {
    private static final Pattern LOOKED = Pattern.compile("name=\"looked\" value=\"([0-9a-f]+)\"");

    private static final String FILE =
            """
            Company,Intent score,Tech stack,Competitor
            Acme,80,SAP,Contoso
            Nobody,10,,
            Globex,much,,
            """;

    @Test
    @Tag("A12")
    @Tag("A16")
    @Tag("A20")
    void a_file_is_sent_matched_looked_at_and_taken_in_by_the_page() throws IOException, InterruptedException {
        try (var server = new PaperServer()) {
            accounts(server);
            var olga = new Visitor(server, "olga");

            var sent = olga.upload(
                    "/org/import/file",
                    Map.of("kind", "signals"),
                    "../g2 export.csv",
                    FILE.getBytes(StandardCharsets.UTF_8));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
            var path = sent.headers().firstValue("Location").orElseThrow();
            assertThat(olga.get(path).body())
                    .contains(
                            "g2 export.csv",
                            "value=\"name\" selected",
                            "value=\"intent\" selected",
                            "kept as competitor");

            var form = Map.of(
                    "kind",
                    "signals",
                    "column0",
                    "name",
                    "column1",
                    "intent",
                    "column3",
                    "competitor",
                    "source",
                    "G2",
                    "asOf",
                    "2026-10-31",
                    "act",
                    "look");
            var here = path.replaceFirst("\\?.*", "");
            var first = olga.post(here, form).headers().firstValue("Location").orElseThrow();
            var looked = posted(olga, here, form);
            assertThat(looked)
                    .contains("1 of 3 rows would be taken in", "Nobody", "the org has no record with this name");
            assertThat(facts(server)).isEmpty();

            var take = new HashMap<>(form);
            take.put("act", "take");
            take.put("looked", looked(looked));
            var other = new HashMap<>(take);
            other.put("column3", "techStack");
            assertThat(posted(olga, here, other))
                    .contains("1 of 3 rows would be taken in", "Nothing was changed yet", "selected>techStack");
            assertThat(facts(server)).as("columns nobody saw the rows by").isEmpty();

            var none = new HashMap<>(form);
            none.put("column0", "id");
            assertThat(posted(olga, here, none)).contains("0 of 3 rows would be taken in");
            assertThat(olga.get(first).body()).as("gone back to").contains("1 of 3 rows would be taken in");

            assertThat(posted(olga, here, take)).contains("1 of 3 rows was taken in", "g2 export.csv");
            assertThat(facts(server)).isEqualTo("competitor=Contoso G2 2026-10-31; intent=80.0 G2 2026-10-31");
            assertThat(olga.get(here + "/fates.csv").body().lines())
                    .hasSize(4)
                    .anyMatch(line -> line.startsWith("2,Acme,taken,"));
            assertThat(new Visitor(server, "vera").get(here + "/fates.csv").statusCode())
                    .isEqualTo(403);
            assertThat(olga.get("/org/import/../../etc/passwd?kind=signals").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @Tag("A20")
    void rows_taken_with_a_note_and_later_values_of_the_source_are_told_by_page_and_api()
            throws IOException, InterruptedException {
        try (var server = new PaperServer()) {
            accounts(server);
            var path = "/api/v1/imports/signals?map=Company:name&map=Intent:intent&source=G2&asOf=";
            call(server, path + "2026-10-31", "Company,Intent\nAcme,80\n");
            var twice = "Company,Intent\nAcme,10\nAcme,20\n";

            var answer = new ObjectMapper().readTree(call(server, path + "2026-09-30&dryRun=true", twice));
            assertThat(answer.path("noted").asInt()).isEqualTo(1);
            assertThat(answer.path("later").asText()).isEqualTo("2026-10-31");
            assertThat(answer.path("notes").findValuesAsText("line")).containsExactly("3");

            var olga = new Visitor(server, "olga");
            var sent = olga.upload(
                    "/org/import/file", Map.of("kind", "signals"), "g2.csv", twice.getBytes(StandardCharsets.UTF_8));
            var here = sent.headers().firstValue("Location").orElseThrow().replaceFirst("\\?.*", "");
            var form = Map.of(
                    "kind", "signals", "column0", "name", "column1", "intent", "source", "G2", "asOf", "2026-09-30");
            assertThat(posted(olga, here, form))
                    .contains("2 of 2 rows would be taken in", "line 2 is about the same record");
            assertThat(notice(olga.post(here, form)))
                    .contains("Values of the same source as late as 2026-10-31 are there already");
        }
    }

    @Test
    @Tag("A20")
    void the_api_takes_the_same_file_and_names_the_rows_that_were_left() throws IOException, InterruptedException {
        try (var server = new PaperServer()) {
            accounts(server);
            var path = "/api/v1/imports/signals?map=Company:name&map=Intent%20score:intent&source=G2";

            var looked = new ObjectMapper().readTree(call(server, path + "&dryRun=true"));
            assertThat(looked.path("taken").asInt()).isEqualTo(1);
            assertThat(looked.path("left").findValuesAsText("fate")).containsExactly("unmatched", "refused");
            assertThat(facts(server)).isEmpty();

            assertThat(call(server, path)).contains("\"dryRun\":false");
            assertThat(facts(server)).startsWith("intent=80.0 G2 ");
            assertThat(call(server, path.replace("Company:name", "Firm:name"))).contains("The file has no column Firm");
        }
    }

    /** What is told on the page that an answer leads to. */
    private static String notice(HttpResponse<String> answer) {
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        var value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
    }

    /** The page that a form leads to: loading it again repeats nothing. */
    private static String posted(Visitor visitor, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        var answer = visitor.post(path, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return visitor.get(answer.headers().firstValue("Location").orElseThrow())
                .body();
    }

    /** How the page names what was said about the file when its rows were looked at. */
    private static String looked(String page) {
        var found = LOOKED.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String call(PaperServer server, String path) throws IOException, InterruptedException {
        return call(server, path, FILE);
    }

    private static String call(PaperServer server, String path, String file) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + server.token("olga"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(file))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void accounts(PaperServer server) {
        server.part(Jdbi.class).useHandle(handle -> {
            for (var name : new String[] {"Acme", "Globex"}) {
                handle.createUpdate(
                                """
                                INSERT INTO account (org_id, id, name, named_account, strategic, compliance, system_modstamp)
                                VALUES (:org, :id, :name, false, false, '{}', now())
                                """)
                        .bind("org", PaperOrg.ID.value())
                        .bind("id", name.equals("Acme") ? "001000000000A01AAA" : "001000000000A02AAA")
                        .bind("name", name)
                        .execute();
            }
        });
    }

    private static String facts(PaperServer server) {
        return server.part(Jdbi.class).withHandle(handle -> handle.createQuery(
                        """
                                SELECT coalesce(string_agg(field || '=' || value || ' ' || source || ' ' || as_of, '; '
                                  ORDER BY field), '') FROM imported_fact
                                """)
                .mapTo(String.class)
                .one());
    }
}
