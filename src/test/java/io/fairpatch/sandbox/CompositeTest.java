package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of the REST API that stock clients use besides single records and queries. */
class CompositeTest {
    private static final String BY_EXTERNAL_ID = DATA + "/sobjects/Account/External_Id__c/";
    private static final String TWO_STEPS =
            """
            {"allOrNone":%s,"compositeRequest":[
            {"method":"post","url":"/services/data/v67.0/sobjects/Account","referenceId":"new","body":{"Name":"New \\"One\\""}},
            {"method":"POST","url":"/services/data/v67.0/sobjects/Contact","referenceId":"person",
             "body":{"LastName":"Doe","AccountId":"@{new.id}"}},
            {"method":"PATCH","url":"/services/data/v67.0/sobjects/Account/@{new.id}","referenceId":"last","body":{"%s":"N"}}]}""";

    private SandboxConfig config;
    private Sandbox sandbox;
    private Client client;

    @BeforeEach
    void start(@TempDir Path folder) {
        config = TestOrg.config(folder).keptIn(folder.resolve("journal"));
        open();
    }

    private void open() {
        sandbox = Sandbox.start(config, TestOrg.data(), Clock.systemUTC());
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_record_is_read_written_and_made_by_what_another_system_calls_it() throws IOException {
        var updated = client.send("PATCH", BY_EXTERNAL_ID + "x-1", "{\"Territory__c\":\"N\"}");
        var created = client.send("PATCH", BY_EXTERNAL_ID + "Y%2F1", "{\"Name\":\"Y\"}");
        var old = client.send("PATCH", "/services/data/v45.0/sobjects/Account/External_Id__c/Y%2F1", "{}");

        assertThat(updated.statusCode()).isEqualTo(200);
        assertThat(updated.body()).contains("\"created\":false", client.idOfAccount("Account 1"));
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.body()).contains("\"created\":true");
        assertThat(old.statusCode()).isEqualTo(204);
        assertThat(client.one("SELECT External_Id__c FROM Account WHERE Name = 'Y'", "External_Id__c"))
                .isEqualTo("Y/1");
        assertThat(client.json("GET", BY_EXTERNAL_ID + "X-1?fields=Territory__c", "")
                        .path("Territory__c")
                        .asText())
                .isEqualTo("N");
        assertThat(client.get(BY_EXTERNAL_ID + "none").statusCode()).isEqualTo(404);
        assertThat(client.get(DATA + "/sobjects/Account/Industry/Retail").body())
                .contains("NOT_FOUND", "Provided external ID field does not exist");
        assertThat(client.send("PATCH", BY_EXTERNAL_ID + "X-1", "{\"External_Id__c\":\"Z\"}")
                        .body())
                .contains("INVALID_FIELD");
        assertThat(client.send("DELETE", BY_EXTERNAL_ID + "X-4", "").statusCode())
                .isEqualTo(204);
        client.send("POST", DATA + "/sobjects/Account", "{\"Name\":\"Twin\",\"External_Id__c\":\"X-2\"}");
        assertThat(client.send("PATCH", BY_EXTERNAL_ID + "X-2", "{}").statusCode())
                .isEqualTo(300);
    }

    @Test
    void collections_are_upserted_and_clashes_within_one_roll_all_back() throws IOException {
        var body = "{\"allOrNone\":%s,\"records\":[{\"attributes\":{\"type\":\"Account\"},\"External_Id__c\":\"X-1\","
                + "\"Territory__c\":\"N\"},{\"attributes\":{\"type\":\"Account\"},\"External_Id__c\":\"Y-1\",\"Name\":\"Y\"}]}";
        var path = DATA + "/composite/sobjects/Account/External_Id__c";
        client.arm("lock-rows", "PATCH *", "{\"from\":1}");

        var none = client.json("PATCH", path, body.formatted("true"));
        var both = client.json("PATCH", path, body.formatted("true"));

        assertThat(none.toString()).contains("ALL_OR_NONE_OPERATION_ROLLED_BACK", "UNABLE_TO_LOCK_ROW");
        assertThat(both.findValuesAsText("created")).containsExactly("false", "true");
        assertThat(client.query("SELECT Id FROM Account WHERE External_Id__c = 'Y-1'")
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void parts_of_a_composite_use_the_answers_before_them_and_all_or_none_leaves_nothing() throws IOException {
        var rolledBack = composite("true", "Nope__c");
        assertThat(rolledBack.findValuesAsText("httpStatusCode")).containsOnly("400");
        assertThat(rolledBack.path(0).toString()).contains("PROCESSING_HALTED", "rolled back");
        assertThat(rolledBack.path(2).toString()).contains("Nope__c");
        assertThat(client.get("/__sandbox/log").body()).isEmpty();
        assertThat(client.query("SELECT Id FROM Contact").path("totalSize").asInt())
                .isZero();

        var made = composite("true", "Territory__c");
        assertThat(made.findValuesAsText("httpStatusCode")).containsExactly("201", "201", "204");
        stop();
        open();
        assertThat(client.query("SELECT Account.Name, Account.Territory__c FROM Contact")
                        .toString())
                .contains("New \\\"One\\\"", "\"Territory__c\":\"N\"");
    }

    @Test
    void each_graph_is_done_as_a_whole_or_not_at_all() throws IOException {
        var graph = "{\"graphId\":\"%s\"," + TWO_STEPS.strip().substring(1);
        var body = "{\"graphs\":[" + graph.formatted("good", true, "Territory__c") + ","
                + graph.formatted("bad", true, "Nope__c") + "]}";
        var graphs = client.json("POST", DATA + "/composite/graph", body).path("graphs");

        assertThat(graphs.path(0).path("isSuccessful").asBoolean()).isTrue();
        assertThat(graphs.path(1).path("graphId").asText()).isEqualTo("bad");
        assertThat(graphs.path(1).path("isSuccessful").asBoolean()).isFalse();
        assertThat(graphs.path(1)
                        .path("graphResponse")
                        .path("compositeResponse")
                        .path(0)
                        .path("body")
                        .path(0)
                        .path("errorCode")
                        .asText())
                .isEqualTo("PROCESSING_HALTED");
        assertThat(client.query("SELECT Id FROM Contact WHERE LastName = 'Doe'")
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void what_refers_to_nothing_is_halted_and_the_rest_is_done() throws IOException {
        var answer = client.json(
                "POST",
                DATA + "/composite",
                "{\"compositeRequest\":[{\"method\":\"GET\",\"url\":\"/services/data/v67.0/nowhere\",\"referenceId\":\"a\"},"
                        + "{\"method\":\"GET\",\"url\":\"/services/data/v67.0/sobjects/Account/@{a.id}\",\"referenceId\":\"b\"},"
                        + "{\"method\":\"GET\",\"url\":\"/services/data/v67.0/query?q=SELECT+Id+FROM+User\",\"referenceId\":\"c\"}]}");

        assertThat(answer.findValuesAsText("httpStatusCode")).containsExactly("404", "400", "200");
        assertThat(answer.toString()).contains("NOT_FOUND", "PROCESSING_HALTED", "No value for a.id");
    }

    @Test
    void a_batch_goes_on_or_stops_as_told() throws IOException {
        var body = "{\"haltOnError\":%s,\"batchRequests\":[{\"method\":\"GET\",\"url\":\"v67.0/limits\"},"
                + "{\"method\":\"GET\",\"url\":\"v67.0/nowhere\"},{\"method\":\"PATCH\",\"url\":\"v67.0/sobjects/Account/"
                + client.idOfAccount("Account 1") + "\",\"richInput\":{\"Territory__c\":\"B\"}}]}";

        var stopped = client.json("POST", DATA + "/composite/batch", body.formatted("true"));
        var through = client.json("POST", DATA + "/composite/batch", body.formatted("false"));

        assertThat(stopped.path("hasErrors").asBoolean()).isTrue();
        assertThat(stopped.findValuesAsText("statusCode")).containsExactly("200", "404", "412");
        assertThat(through.findValuesAsText("statusCode")).containsExactly("200", "404", "204");
    }

    @Test
    void a_composite_request_holds_five_queries_at_most() throws IOException {
        var query = "{\"method\":\"GET\",\"url\":\"" + DATA + "/query?q=SELECT+Id+FROM+User\",\"referenceId\":\"q%d\"}";
        var body = "{\"compositeRequest\":[%s]}";
        var six = IntStream.range(0, 6).mapToObj(query::formatted).toList();

        assertThat(client.json("POST", DATA + "/composite", body.formatted(String.join(",", six.subList(0, 5))))
                        .findValuesAsText("httpStatusCode"))
                .hasSize(5)
                .containsOnly("200");
        assertThat(client.json("POST", DATA + "/composite", body.formatted(String.join(",", six)))
                        .toString())
                .contains("LIMIT_EXCEEDED");
    }

    @Test
    void a_tree_is_made_whole_or_not_at_all() throws IOException {
        var tree = "{\"records\":[{\"attributes\":{\"type\":\"Account\",\"referenceId\":\"a\"},\"Name\":\"Tree\","
                + "\"Contacts\":{\"records\":[{\"attributes\":{\"type\":\"Contact\",\"referenceId\":\"c\"},\"%s\":\"Leaf\"}]}}]}";

        var failed = client.json("POST", DATA + "/composite/tree/Account", tree.formatted("FirstName"));
        assertThat(failed.path("hasErrors").asBoolean()).isTrue();
        assertThat(failed.toString()).contains("\"referenceId\":\"c\"", "REQUIRED_FIELD_MISSING", "LastName");
        assertThat(client.idOfAccount("Tree")).isEmpty();

        var twins = client.json("POST", DATA + "/composite/tree/Account", tree.replace("\"c\"", "\"a\""));
        assertThat(twins.findValuesAsText("referenceId")).containsExactly("a", "a");
        assertThat(twins.at("/results/0/errors/0/statusCode").asText()).isEqualTo("INVALID_INPUT");

        var made = client.json("POST", DATA + "/composite/tree/Account/", tree.formatted("LastName"));
        assertThat(made.findValuesAsText("referenceId")).containsExactly("a", "c");
        assertThat(client.one("SELECT LastName FROM Contact WHERE Account.Name = 'Tree'", "LastName"))
                .isEqualTo("Leaf");
    }

    /** The fields that describe says can be looked up by: mail addresses and user names. */
    @Test
    void people_are_written_and_read_by_what_the_org_knows_them_by_besides_ids() throws IOException {
        var lead = DATA + "/sobjects/Lead/Email/zoe@acme.example";
        var contacts =
                "{\"records\":[{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"%s\",\"Email\":\"Kim@acme.example\"}]}";

        assertThat(client.send("PATCH", lead, "{\"LastName\":\"Zo\",\"Company\":\"A\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(client.send("PATCH", lead, "{\"LastName\":\"Zoe\"}").statusCode())
                .isEqualTo(200);
        assertThat(client.json("GET", lead + "?fields=LastName", "")
                        .path("LastName")
                        .asText())
                .isEqualTo("Zoe");
        for (var name : List.of("Ki", "Kim")) {
            client.json("PATCH", DATA + "/composite/sobjects/Contact/Email", contacts.formatted(name));
        }
        assertThat(client.one("SELECT LastName FROM Contact WHERE Email = 'kim@acme.example'", "LastName"))
                .isEqualTo("Kim");
        assertThat(client.get(DATA + "/sobjects/User/Username/" + sandbox.info().jwtUsername())
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get(DATA + "/sobjects/Account/Name/Account%201").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_describe_that_did_not_change_is_not_sent_again() throws IOException {
        client.send("POST", "/__sandbox/state", "{\"kind\":\"clock\",\"params\":{\"seconds\":600}}");
        var path = DATA + "/sobjects/Account/describe";
        var since = client.get(path).headers().firstValue("Last-Modified").orElseThrow();
        assertThat(client.get(path, "If-Modified-Since", since).statusCode()).isEqualTo(304);

        client.send(
                "POST",
                "/__sandbox/state",
                "{\"kind\":\"missing-field\",\"params\":{\"field\":\"Territory_Score__c\"}}");
        var changed = client.get(path, "If-Modified-Since", since);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).doesNotContain("Territory_Score__c");
    }

    private JsonNode composite(String allOrNone, String field) throws IOException {
        return client.json("POST", DATA + "/composite", TWO_STEPS.formatted(allOrNone, field))
                .path("compositeResponse");
    }
}
