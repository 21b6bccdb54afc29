package io.fairpatch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients that nobody thought of do: each gets what a real org would answer. */
class SuspiciousClientTest extends OrgOfAClass {
    private static final String LOGIN =
            """
            <?xml version="1.0"?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>\
            <n1:login xmlns:n1="urn:%s.soap.sforce.com"><n1:username>%s</n1:username><n1:password>%s</n1:password>\
            </n1:login></env:Body></env:Envelope>""";
    private static final String IN_SESSION =
            """
            <env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"\
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:enterprise.soap.sforce.com"><env:Header>\
            <SessionHeader><sessionId>%s</sessionId></SessionHeader></env:Header><env:Body>%s</env:Body></env:Envelope>""";

    @ParameterizedTest
    @ValueSource(strings = {"u/59.0", "c/64.0"})
    void a_password_followed_by_the_token_opens_a_session_that_works_everywhere(String api) throws IOException {
        var info = sandbox.info();
        var kind = api.startsWith("u") ? "partner" : "enterprise";

        var answer = soap(api, LOGIN.formatted(kind, info.jwtUsername(), info.password() + info.securityToken()));

        assertThat(answer)
                .contains("<serverUrl>" + info.instanceUrl() + "/services/Soap/" + api, "<userName>", "urn:" + kind);
        var session = answer.replaceFirst("(?s).*<sessionId>(.*)</sessionId>.*", "$1");
        assertThat(client.get(Client.DATA + "/limits", "Authorization", "Bearer " + session)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "u/59.0, wrong, INVALID_LOGIN",
        "u/59.0, '', LOGIN_MUST_USE_SECURITY_TOKEN",
        "u/65.0, '', UNSUPPORTED_API_VERSION"
    })
    void a_login_that_no_real_org_takes_is_refused(String api, String instead, String code) throws IOException {
        var password = instead.isEmpty() ? sandbox.info().password() : instead;
        assertThat(soap(api, LOGIN.formatted("partner", sandbox.info().jwtUsername(), password)))
                .contains("<sf:exceptionCode>" + code);
    }

    @Test
    void the_enterprise_api_types_each_record() throws IOException {
        var token = sandbox.info().accessToken();
        var made = soap(
                "c/60.0",
                IN_SESSION.formatted(
                        token,
                        "<create><sObjects xsi:type=\"e:Contact\"><LastName>Typed</LastName></sObjects></create>"));
        assertThat(made).contains("<success>true</success>");
        var query =
                "<query><queryString>SELECT Id, LastName FROM Contact WHERE LastName = 'Typed'</queryString></query>";
        assertThat(soap("c/60.0", IN_SESSION.formatted(token, query)))
                .contains("<records xsi:type=\"sf:Contact\"><sf:Id>003", "<sf:LastName>Typed</sf:LastName>")
                .doesNotContain("sf:type");
    }

    @Test
    void a_name_and_password_are_good_for_a_token_too() throws IOException {
        var info = sandbox.info();
        var form = "grant_type=password&client_id=" + info.clientId() + "&client_secret=" + info.clientSecret()
                + "&username=" + info.jwtUsername() + "&password=" + info.password();
        var type = "application/x-www-form-urlencoded";
        var granted = client.json("POST", "/services/oauth2/token", form + info.securityToken(), "Content-Type", type);
        assertThat(granted.path("access_token").asText())
                .startsWith(info.orgId().substring(0, 15) + "!");
        var refused = client.json("POST", "/services/oauth2/token", form, "Content-Type", type);
        assertThat(refused.path("error_description").asText()).isEqualTo("authentication failure");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT FORMAT(AnnualRevenue) a, toLabel(Industry) i FROM Account WHERE Name = 'Account 1' | \"a\":\"$50,000,000.00\",\"i\":\"Retail\"",
                "SELECT Id FROM Account USING SCOPE mine | \"totalSize\":0",
                "SELECT Id FROM Account LIMIT 1 FOR REFERENCE | \"totalSize\":1",
                "SELECT Id FROM Account LIMIT 1 OFFSET 2001 | NUMBER_OUTSIDE_VALID_RANGE",
                "SELECT Id FROM Account ORDER BY Description | field 'Description' can not be sorted in a query call",
                "SELECT AnnualRevenue, COUNT(Id) FROM Account GROUP BY AnnualRevenue | can not be grouped in a query call"
            })
    void queries_are_answered_or_refused_as_by_a_real_org(String soql, String expected) throws IOException {
        var path = Client.DATA + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        assertThat(client.get(path).body()).contains(expected);
    }

    @Test
    void single_records_know_their_relatives_and_insist_on_json() throws IOException {
        var record = Client.DATA + "/sobjects/Account/" + client.idOfAccount("Account 1");
        assertThat(client.json("GET", record + "/Parent?fields=Name", "")
                        .path("Name")
                        .asText())
                .isEqualTo("Account 0");
        assertThat(client.json("GET", record + "/Opportunities?fields=Amount", "")
                        .path("totalSize")
                        .asInt())
                .isEqualTo(client.query("SELECT Id FROM Opportunity WHERE Account.Name = 'Account 1'")
                        .path("totalSize")
                        .asInt());
        assertThat(client.send("HEAD", record, "").statusCode()).isEqualTo(200);
        assertThat(client.send("PATCH", record, "Rating=Hot", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(415);
        assertThat(client.send("PATCH", record, "{\"Id\":\"001000000000001AAA\"}")
                        .body())
                .startsWith("[{\"message\":\"The Id field should not be specified")
                .contains("INVALID_FIELD");
    }

    @Test
    void records_are_counted() throws IOException {
        assertThat(client.json("GET", Client.DATA + "/limits/recordCount?sObjects=Account", "")
                        .path("sObjects")
                        .path(0)
                        .path("count")
                        .asInt())
                .isEqualTo(10);
    }

    private String soap(String api, String body) throws IOException {
        return client.send("POST", "/services/Soap/" + api, body, "Content-Type", "text/xml", "SOAPAction", "\"\"")
                .body();
    }
}
