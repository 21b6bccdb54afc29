package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.data.OrgTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestTest extends OrgOfItsOwn {
    @TempDir
    private Path folder;

    @Test
    void given_data_gets_real_ids_and_lookups_and_what_was_wrong_with_it_is_counted() throws IOException {
        assertThat(sandbox.loaded().unresolvedLookups()).isEqualTo(1);
        assertThat(sandbox.loaded().addedStages()).containsExactly("Verbal", "Signed");
        assertThat(sandbox.loaded().rows()).containsEntry("Account", 10).containsEntry("User", 5);
        assertThat(client.idOfAccount("Account 1")).hasSize(18).startsWith("001");
        assertThat(client.one("SELECT IsWon FROM OpportunityStage WHERE MasterLabel = 'Signed'", "IsWon"))
                .isEqualTo("true");
    }

    @Test
    void a_stale_etag_refuses_the_write() throws IOException {
        var path = DATA + "/sobjects/Account/" + client.idOfAccount("Account 1");
        var etag =
                client.get(path + "?fields=Name").headers().firstValue("ETag").orElseThrow();

        var first = client.send("PATCH", path, "{\"Territory__c\":\"A\"}", "If-Match", etag);
        var second = client.send("PATCH", path, "{\"Territory__c\":\"B\"}", "If-Match", etag);

        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(client.json("GET", path + "?fields=Territory__c", "")
                        .path("Territory__c")
                        .asText())
                .isEqualTo("A");
    }

    @Test
    void writes_have_stamps_of_whole_seconds_and_none_after_the_clock_however_many_come_at_once() throws IOException {
        var records = IntStream.range(0, 200)
                .mapToObj(i -> "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"Burst " + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));

        var answer = client.done("POST", DATA + "/composite/sobjects", "{\"records\":" + records + "}");
        var now = Instant.now();

        assertThat(answer.findValuesAsText("success")).hasSize(200).containsOnly("true");
        assertThat(client.all("SELECT SystemModstamp FROM Account WHERE Name LIKE 'Burst %'"))
                .hasSize(200)
                .extracting(
                        row -> Instant.parse(row.path("SystemModstamp").asText().replace("+0000", "Z")))
                .allSatisfy(stamp -> {
                    assertThat(stamp).isBeforeOrEqualTo(now);
                    assertThat(stamp.getNano()).isZero();
                });
    }

    @Test
    void what_a_client_has_seen_is_not_sent_again_and_an_old_version_not_overwritten() throws IOException {
        var path = DATA + "/sobjects/Account/" + client.idOfAccount("Account 1");
        var seen = client.get(path);
        var modified = seen.headers().firstValue("Last-Modified").orElseThrow();
        var etag = seen.headers().firstValue("ETag").orElseThrow();
        // the day of the week is wrong, as in the documentation's own example
        var early = "Tue, 01 Jan 2000 00:00:00 GMT";

        assertThat(client.get(path, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
        assertThat(client.get(path, "If-Modified-Since", early).statusCode()).isEqualTo(200);
        assertThat(client.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(client.send("PATCH", path, "{\"Rating\":\"Hot\"}", "If-Unmodified-Since", early)
                        .statusCode())
                .isEqualTo(412);
        assertThat(client.send("PATCH", path, "{\"Rating\":\"Hot\"}", "If-Unmodified-Since", modified)
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.get(path, "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    @Test
    void whatever_the_list_of_resources_names_answers() throws IOException {
        var lead = client.json("POST", DATA + "/sobjects/Lead", "{\"LastName\":\"Lu\",\"Company\":\"Lu & Co\"}")
                .path("id")
                .asText();

        var named = List.of("recent", "tabs", "theme", "quickActions", "appMenu", "process", "actions", "analytics");
        var resources = client.json("GET", DATA, "");
        for (var name : named) {
            assertThat(client.get(resources.path(name).asText()).statusCode())
                    .as(name)
                    .isEqualTo(200);
        }
        assertThat(client.json("GET", DATA + "/tabs", "").findValuesAsText("sobjectName"))
                .contains("Account", "Lead")
                .doesNotContain("Profile");
        assertThat(client.json("GET", DATA + "/compactLayouts?q=Account,Lead", "")
                        .at("/Lead/fieldItems/0/layoutComponents/0/value")
                        .asText())
                .isEqualTo("Name");
        assertThat(client.one("SELECT Name, Status FROM Lead WHERE Id = '" + lead + "'", "Status"))
                .isEqualTo(client.one("SELECT MasterLabel FROM LeadStatus WHERE IsDefault = true", "MasterLabel"));
    }

    @Test
    void latest_stands_for_the_newest_version() throws IOException {
        var newest = client.json("GET", "/services/data", "").findValuesAsText("url");
        var resources = client.json("GET", "/services/data/latest", "");
        var entity = "/services/data/latest/tooling/query?q=SELECT+Id+FROM+EntityDefinition+LIMIT+1";

        assertThat(resources.path("sobjects").asText()).isEqualTo(newest.get(newest.size() - 1) + "/sobjects");
        assertThat(client.json("GET", entity, "")
                        .at("/records/0/attributes/url")
                        .asText())
                .startsWith(newest.get(newest.size() - 1) + "/tooling/sobjects/");
        assertThat(client.get("/services/data/newest/limits").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_no_record_is_refused_as_a_real_org_does() throws IOException {
        var path = DATA + "/sobjects/Account";

        assertThat(client.send("POST", path, "").body())
                .contains("The HTTP entity body is required, but this request has no entity body.");
        assertThat(client.send("POST", path, "[]").body())
                .contains("Can not deserialize SObject out of START_ARRAY token");
        assertThat(client.send("PATCH", path + "/none", "{\"Rating\":\"Hot\"}").body())
                .contains("Provided external ID field does not exist or is not accessible: none", "NOT_FOUND");
        assertThat(client.get(path + "/001000000000000AAA").body()).contains("The requested resource does not exist");
    }

    @Test
    void json_is_written_on_many_lines_for_whoever_asks_for_it() throws IOException {
        var one = client.get(DATA + "/query?q=SELECT+COUNT()+FROM+Account", "X-PrettyPrint", "1");

        assertThat(one.body()).startsWith("{\n  \"totalSize\" : 10,\n  \"done\" : true,");
    }

    @Test
    void a_method_that_an_address_does_not_take_is_refused_with_those_it_takes() throws IOException {
        var refused = client.send("DELETE", DATA + "/sobjects/Account", "");

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.body()).contains("HTTP Method 'DELETE' not allowed. Allowed are HEAD,GET,POST");
    }

    @Test
    void collections_read_and_update_in_order_and_all_or_none_rolls_back() throws IOException {
        var one = client.idOfAccount("Account 1");
        var missing = "001Fp0000000000IAA";
        var body =
                "{\"allOrNone\":%s,\"records\":[{\"attributes\":{\"type\":\"Account\"},\"id\":\"%s\",\"Territory__c\":\"N\"},"
                        + "{\"attributes\":{\"type\":\"Account\"},\"id\":\"" + missing + "\",\"Territory__c\":\"N\"}]}";

        var none = client.json("PATCH", DATA + "/composite/sobjects", body.formatted("true", one));
        var some = client.json("PATCH", DATA + "/composite/sobjects", body.formatted("false", one));
        var read = client.json(
                "GET", DATA + "/composite/sobjects/Account?ids=" + missing + "," + one + "&fields=Territory__c", "");

        assertThat(none.path(0).path("errors").path(0).path("statusCode").asText())
                .isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(some.path(0).path("success").asBoolean()).isTrue();
        assertThat(some.path(1).path("errors").path(0).path("statusCode").asText())
                .isEqualTo("INVALID_CROSS_REFERENCE_KEY");
        assertThat(read.path(0).isNull()).isTrue();
        assertThat(read.path(1).path("Territory__c").asText()).isEqualTo("N");
        assertThat(client.get("/__sandbox/log").body().lines()).hasSize(1);
    }

    @Test
    void a_client_signs_in_with_its_credentials_and_signs_out() throws IOException {
        var info = sandbox.info();
        var basic = Base64.getEncoder().encodeToString((info.clientId() + ":" + info.clientSecret()).getBytes());
        var good = client.json(
                "POST", "/services/oauth2/token", "grant_type=client_credentials", "Authorization", "Basic " + basic);
        var bad = client.json(
                "POST",
                "/services/oauth2/token",
                "grant_type=client_credentials&client_id=" + info.clientId() + "&client_secret=no");
        var token = good.path("access_token").asText();

        assertThat(good.path("instance_url").asText()).isEqualTo(info.instanceUrl());
        assertThat(bad.path("error").asText()).isEqualTo("invalid_client");
        assertThat(client.get(DATA + "/limits", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
        client.send("POST", "/services/oauth2/revoke", "token=" + token);
        var out = client.get(DATA + "/limits", "Authorization", "Bearer " + token);
        assertThat(out.statusCode()).isEqualTo(401);
        assertThat(out.body()).contains("INVALID_SESSION_ID");
    }

    @Test
    void long_results_come_in_pages_of_2000(@TempDir Path other) throws IOException {
        try (var big = Sandbox.start(TestOrg.config(other), TestOrg.manyAccounts(4500), Clock.systemUTC())) {
            var reader = new Client(big);
            var first = reader.query("SELECT Id FROM Account");
            var second = reader.json("GET", first.path("nextRecordsUrl").asText(), "");
            var third = reader.json("GET", second.path("nextRecordsUrl").asText(), "");

            assertThat(first.path("totalSize").asInt()).isEqualTo(4500);
            assertThat(first.path("records")).hasSize(2000);
            assertThat(third.path("records")).hasSize(500);
            assertThat(third.path("done").asBoolean()).isTrue();
        }
    }

    @Test
    void a_port_in_use_and_data_that_cannot_be_read_are_reported_with_advice() {
        var port = Integer.parseInt(sandbox.info().instanceUrl().replaceFirst(".*:", ""));
        var config = new SandboxConfig("127.0.0.1", port, false, 7, null, null, Duration.ZERO, folder);
        var bad = new OrgData(
                List.of(),
                List.of(new OrgTable(
                        "Opportunity", List.of("Id", "CloseDate"), List.<String[]>of(new String[] {"o1", "2024-13-01"
                        }))));

        assertThatThrownBy(() -> Sandbox.start(config, TestOrg.data(), Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        FairpatchException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PORT_IN_USE));
        assertThatThrownBy(() -> Sandbox.start(TestOrg.config(folder), bad, Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        FairpatchException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SANDBOX_DATA))
                .hasMessageContaining("Opportunity row 1 has '2024-13-01' in CloseDate, which is not a date")
                .hasMessageContaining("Maybe");
    }

    @Test
    void open_opportunities_given_without_a_close_date_get_the_newest_one_and_closed_ones_are_refused()
            throws Exception {
        var deals = new String[][] {{"o1", "Prospecting", ""}, {"o2", "Closed Won", "2024-03-31"}, {"o3", "Lost", ""}};

        try (var open = Sandbox.start(TestOrg.config(folder), deals(deals[0], deals[1]), Clock.systemUTC())) {
            assertThat(open.loaded().notes())
                    .containsExactly("1 open opportunity has no CloseDate, which an org requires: the newest one given,"
                            + " 2024-03-31, stands in");
            assertThat(new Client(open)
                            .one("SELECT FiscalQuarter FROM Opportunity WHERE IsClosed = false", "FiscalQuarter"))
                    .isEqualTo("1");
        }
        assertThatThrownBy(() -> Sandbox.start(TestOrg.config(folder), deals(deals), Clock.systemUTC()))
                .hasMessageContaining("Opportunity row 3 is closed and has no CloseDate")
                .hasMessageContaining("Maybe");
    }

    private static OrgData deals(String[]... rows) {
        var columns = List.of("Id", "StageName", "CloseDate");
        return new OrgData(List.of(), List.of(new OrgTable("Opportunity", columns, List.of(rows))));
    }
}
