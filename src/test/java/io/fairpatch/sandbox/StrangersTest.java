package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of clients that were tried on the org without having been thought of; each test names who makes them. */
class StrangersTest extends OrgOfAClass {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String METADATA =
            """
            <env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"\
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://soap.sforce.com/2006/04/metadata">\
            <env:Header><SessionHeader><sessionId>%s</sessionId></SessionHeader></env:Header>\
            <env:Body>%s</env:Body></env:Envelope>""";

    /** Most tutorials' curl and Postman collections. */
    @Test
    void a_token_is_asked_for_in_the_address() throws IOException {
        var info = sandbox.info();
        var address = "/services/oauth2/token?grant_type=client_credentials&client_id=" + info.clientId()
                + "&client_secret=" + info.clientSecret();
        assertThat(client.json("POST", address, "", "Content-Type", FORM)
                        .path("access_token")
                        .asText())
                .startsWith("00D");
    }

    /** passport-forcedotcom, omniauth-salesforce and the mobile SDK. */
    @Test
    void the_identity_address_speaks_its_own_words_and_refuses_in_plain_ones() throws IOException {
        var info = sandbox.info();
        var path = "/id/" + info.orgId() + "/" + client.one("SELECT Id FROM User LIMIT 1", "Id");

        var identity = client.json("GET", path + "?version=latest", "");

        assertThat(identity.path("display_name").asText()).isEqualTo("Fairpatch Integration");
        assertThat(identity.path("asserted_user").asBoolean()).isTrue();
        assertThat(identity.path("urls").path("tooling_rest").asText()).endsWith("/services/data/v68.0/tooling/");
        assertThat(identity.path("utcOffset").isInt()).isTrue();
        assertThat(identity.has("sub")).isFalse();
        var refused = client.get(path, "Authorization", "Bearer old");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("Bad_OAuth_Token");
    }

    /** force-rest-api, which names the zone otherwise than HTTP does. */
    @Test
    void a_describe_takes_any_zone_in_the_time_it_was_last_asked_at() throws IOException {
        assertThat(client.get(DATA + "/sobjects/Account/describe", "If-Modified-Since", "Mon, 04 Nov 2999 11:10:02 UTC")
                        .statusCode())
                .isEqualTo(304);
    }

    /** Data Loader and force-wsc read how many calls are left; simple-salesforce calls below the API's address. */
    @Test
    void soap_tells_the_use_of_the_limit_and_takes_calls_below_its_address() throws IOException {
        assertThat(client.soap("<getServerTimestamp/>"))
                .contains("<soapenv:Header><LimitInfoHeader><limitInfo><current>", "<type>API REQUESTS</type>");
        assertThat(metadata(
                        "/deployRequest/0Af000000000001AAA",
                        "<describeMetadata><asOfVersion>59.0</asOfVersion></describeMetadata>"))
                .contains("describeMetadataResponse");
    }

    /** jsforce makes an object and writes its records. */
    @Test
    void whoever_sees_an_object_sees_the_names_of_its_records() throws IOException {
        metadata(
                "",
                """
                <createMetadata><metadata xsi:type="CustomObject"><fullName>Strange__c</fullName><label>Strange</label>\
                <pluralLabel>Stranges</pluralLabel><nameField><type>Text</type><label>Name</label></nameField>\
                <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel></metadata>\
                </createMetadata>""");
        var id = client.done("POST", DATA + "/sobjects/Strange__c", "{\"Name\":\"One\"}")
                .path("id")
                .asText();
        assertThat(client.one("SELECT Name FROM Strange__c WHERE Id = '" + id + "'", "Name"))
                .isEqualTo("One");
    }

    /** Data Loader deletes row by row of a file, whatever stands in it. */
    @Test
    void a_wrong_id_among_those_to_delete_spoils_only_its_row() throws IOException {
        var id = client.done("POST", DATA + "/sobjects/Account/Id", "{\"Name\":\"Short lived\"}");
        assertThat(id.path("created").asBoolean()).isTrue();
        assertThat(client.soap(
                        "<delete><ids>nonsense</ids><ids/><ids>" + id.path("id").asText() + "</ids></delete>"))
                .contains("<message>bad id nonsense</message><statusCode>MALFORMED_ID</statusCode>")
                .containsOnlyOnce("<success>true</success>");
        assertThatThrownBy(() -> client.soap("<merge><request/></merge>")).hasMessageContaining("MISSING_ARGUMENT");
    }

    /** Scripts that look for a header in what curl prints, letter for letter. */
    @Test
    @EnabledForJreRange(max = JRE.JAVA_17)
    void headers_are_named_as_a_real_org_writes_them() throws IOException {
        var info = sandbox.info();
        var connection =
                URI.create(info.instanceUrl() + DATA + "/limits").toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + info.accessToken());

        assertThat(connection.getHeaderFields()).containsKeys("Sforce-Limit-Info", "Content-Type");
    }

    /** Generators of typed clients, such as ts-force, which name a member after each. */
    @Test
    void each_relationship_to_children_has_a_name_of_its_own() throws IOException {
        for (var object : List.of("Account", "Contact", "Opportunity", "User")) {
            var children = client.json("GET", DATA + "/sobjects/" + object + "/describe", "")
                    .path("childRelationships");
            assertThat(StreamSupport.stream(children.spliterator(), false)
                            .map(child -> child.path("relationshipName").asText(""))
                            .filter(name -> !name.isEmpty()))
                    .as(object)
                    .doesNotHaveDuplicates();
        }
        assertThat(client.query("SELECT Id, (SELECT Subject FROM Tasks), (SELECT Id FROM Events) FROM Contact")
                        .has("records"))
                .isTrue();
    }

    /** Whoever says that the body is compressed and does not compress it. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"Name\":\"Plain\"}", ""})
    void a_body_that_is_not_compressed_as_said_is_refused(String body) throws IOException {
        var answer = client.send("POST", DATA + "/sobjects/Account", body, "Content-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Content-Encoding");
    }

    /** jsforce's apex, nforce's apexRest, simple-salesforce's apexecute. */
    @Test
    void there_is_no_code_of_the_orgs_own() throws IOException {
        assertThat(client.send("POST", "/services/apexrest/a/b", "{}").body())
                .isEqualTo("[{\"message\":\"Could not find a match for URL\",\"errorCode\":\"NOT_FOUND\"}]");
        assertThat(client.get("/services/apexrest/a", "Authorization", "Bearer old")
                        .statusCode())
                .isEqualTo(401);
    }

    /** nforce and simple-salesforce by REST, the sf CLI and jsforce by SOAP. */
    @Test
    void a_password_is_set_and_from_then_on_asked_for() throws IOException {
        var user = client.one("SELECT Id FROM User WHERE IsActive = true ORDER BY Username DESC LIMIT 1", "Id");
        var name = client.one("SELECT Username FROM User WHERE Id = '" + user + "'", "Username");
        var path = DATA + "/sobjects/user/" + user + "/password";

        assertThat(client.send("POST", path, "{\"NewPassword\":\"short\"}").body())
                .contains("INVALID_NEW_PASSWORD");
        client.done("POST", path, "{\"NewPassword\":\"long enough\"}");

        assertThat(client.get(path).body()).isEqualTo("{\"isExpired\":false}");
        assertThat(login(name, "long enough")).contains("<sessionId>");
        assertThat(login(name, sandbox.info().password())).contains("INVALID_LOGIN");
        var made = client.soap("<resetPassword><userId>" + user + "</userId></resetPassword>")
                .replaceFirst("(?s).*<password>(.*)</password>.*", "$1");
        assertThat(login(name, made)).contains("<sessionId>");
        client.soap("<setPassword><userId>" + user + "</userId><password>even longer</password></setPassword>");
        assertThat(login(name, "even longer")).contains("<sessionId>");
    }

    private String login(String name, String password) throws IOException {
        var call =
                """
                <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>\
                <login xmlns="urn:partner.soap.sforce.com"><username>%s</username><password>%s</password></login>\
                </e:Body></e:Envelope>"""
                        .formatted(name, password + sandbox.info().securityToken());
        return client.send("POST", "/services/Soap/u/60.0", call, "Content-Type", "text/xml")
                .body();
    }

    /** sf org list sobject record-counts, which names no object; Camel reads the limits one by one. */
    @Test
    void counts_of_all_objects_and_all_the_usual_limits_are_told() throws IOException {
        assertThat(client.json("GET", DATA + "/limits/recordCount", "")
                        .path("sObjects")
                        .findValuesAsText("name"))
                .contains("Account", "Contact");
        assertThat(client.json("GET", DATA + "/limits", "").fieldNames())
                .toIterable()
                .contains("DailyApiRequests", "SingleEmail", "HourlyTimeBasedWorkflow");
    }

    /** CometD, by itself and in Camel, and Faye in jsforce, nforce and restforce. */
    @Test
    void a_stream_is_open_to_subscribers_and_silent() throws IOException {
        var id = cometd("{\"channel\":\"/meta/handshake\",\"id\":\"1\",\"version\":\"1.0\"}")
                .path("clientId")
                .asText();
        var from = "\"clientId\":\"" + id + "\"";

        assertThat(cometd("{\"channel\":\"/meta/connect\"," + from + "}")
                        .path("advice")
                        .path("reconnect")
                        .asText())
                .isEqualTo("retry");
        assertThat(subscribed(from, "/data/AccountChangeEvent")
                        .path("successful")
                        .asBoolean())
                .isTrue();
        assertThat(subscribed(from, "/topic/Nope").path("error").asText())
                .isEqualTo("400::The channel you requested to subscribe to does not exist {/topic/Nope}");
        assertThat(cometd("{\"channel\":\"/meta/disconnect\"," + from + "}")
                        .path("successful")
                        .asBoolean())
                .isTrue();
        assertThat(cometd("{\"channel\":\"/meta/connect\"," + from + "}")
                        .path("error")
                        .asText())
                .isEqualTo("403::Unknown client");
        assertThat(client.send(
                                "POST",
                                "/cometd/67.0",
                                "[{\"channel\":\"/meta/handshake\"}]",
                                "Authorization",
                                "Bearer old")
                        .body())
                .contains("403::Handshake denied", "\"failureReason\":\"401::Authentication invalid\"");
    }

    /** CometD forgets who does not poll; its clients shake hands again. */
    @Test
    void who_polls_no_more_is_forgotten() throws IOException {
        var id = cometd("{\"channel\":\"/meta/handshake\",\"version\":\"1.0\"}")
                .path("clientId")
                .asText();
        var connect = "{\"channel\":\"/meta/connect\",\"clientId\":\"" + id + "\"}";
        assertThat(cometd(connect).path("successful").asBoolean()).isTrue();

        var state = client.done("POST", "/__sandbox/state", "{\"kind\":\"clock\",\"params\":{\"seconds\":120}}");
        var late = cometd(connect);
        client.send("DELETE", "/__sandbox/state/" + state.path("id").asText(), "");

        assertThat(late.path("error").asText()).isEqualTo("403::Unknown client");
        assertThat(late.path("advice").path("reconnect").asText()).isEqualTo("handshake");
    }

    private JsonNode subscribed(String from, String channel) throws IOException {
        return cometd("{\"channel\":\"/meta/subscribe\",\"subscription\":\"" + channel + "\"," + from + "}");
    }

    private JsonNode cometd(String message) throws IOException {
        return client.json("POST", "/cometd/67.0", "[" + message + "]", "Content-Type", "application/json")
                .path(0);
    }

    private String metadata(String below, String call) throws IOException {
        return client.send(
                        "POST",
                        "/services/Soap/m/59.0" + below,
                        METADATA.formatted(sandbox.info().accessToken(), call),
                        "Content-Type",
                        "text/xml",
                        "SOAPAction",
                        "\"\"")
                .body();
    }
}
