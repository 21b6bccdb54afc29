package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The REST API in XML, which RForcecom speaks alone, Workbench and curl by choice, and browsers are shown. */
class RestInXmlTest extends OrgOfAClass {
    private static final String XML = "application/xml";
    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    /** RForcecom's query, search, list of objects and description of one. */
    @Test
    void reads_are_answered_in_xml() throws IOException {
        var id = client.idOfAccount("Account 5");
        var url = "/services/data/v36.0/sobjects/Account/" + id;

        assertThat(get("/services/data/v36.0/query/?q=SELECT+Id,Owner.LastName,AnnualRevenue+FROM+Account"
                        + "+WHERE+Name='Account+5'"))
                .startsWith(PROLOG + "<QueryResult xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                        + "<totalSize>1</totalSize><done>true</done><records type=\"Account\" url=\"" + url + "\"><Id>"
                        + id + "</Id><Owner type=\"User\"")
                .contains("<LastName>Bärlin</LastName></Owner><AnnualRevenue xsi:nil=\"true\"/></records>");
        assertThat(get("/services/data/v36.0/search/?q=FIND+%7BArbor%7D+RETURNING+User(Id)"))
                .contains("<SearchResults><SearchResult type=\"User\"");
        assertThat(get(DATA + "/sobjects/")).contains("<DescribeGlobal", "<sobjects><", "<name>Account</name>");
        assertThat(get(DATA + "/sobjects/Account/describe/")).contains("<Account ", "<fields><");
        assertThat(get(DATA + "/sobjects/Account")).contains("<objectDescribe>");
        assertThat(get("/services/data/")).contains("<Versions><Version><label>");
        assertThat(get(DATA + "/")).contains("<urls>", "<sobjects>" + DATA + "/sobjects</sobjects>");
    }

    /** RForcecom names the outermost element root, whatever it holds. */
    @Test
    void writes_are_taken_in_xml() throws IOException {
        var made = send("POST", "/sobjects/Account/", PROLOG + "<root><Name>R &amp; D</Name></root>");
        assertThat(made).matches("\\Q" + PROLOG + "\\E<Result><id>001\\w+</id><success>true</success></Result>");
        var id = made.replaceFirst(".*<id>(\\w+)</id>.*", "$1");

        assertThat(send("PATCH", "/sobjects/Account/" + id, "<root><AnnualRevenue>7</AnnualRevenue></root>"))
                .isEmpty();
        assertThat(send("PATCH", "/sobjects/Account/External_Id__c/new.xml", "<root><Name>Upserted</Name></root>"))
                .contains("<created>true</created>");
        assertThat(client.one("SELECT AnnualRevenue FROM Account WHERE Name = 'R & D'", "AnnualRevenue"))
                .isEqualTo("7.0");
        assertThat(client.one("SELECT External_Id__c FROM Account WHERE Name = 'Upserted'", "External_Id__c"))
                .isEqualTo("new.xml");
        assertThat(send(
                        "POST",
                        "/composite/tree/Account",
                        "<SObjectTreeRequest><records type=\"Account\" referenceId=\"a\"><Name>Tree</Name><Contacts>"
                                + "<records type=\"Contact\" referenceId=\"b\"><LastName>Leaf</LastName></records>"
                                + "</Contacts></records></SObjectTreeRequest>"))
                .contains("<SObjectTreeResponse>", "<referenceId>b</referenceId>", "<hasErrors>false</hasErrors>");
    }

    @Test
    void refusals_are_told_in_xml_too() throws IOException {
        assertThat(send("POST", "/sobjects/Account", "<root><Nope>1</Nope></root>"))
                .isEqualTo(PROLOG + "<Errors><Error><message>No such column 'Nope' on sobject of type Account</message>"
                        + "<errorCode>INVALID_FIELD</errorCode></Error></Errors>");
        assertThat(send("POST", "/sobjects/Account", "<root>")).contains("<errorCode>XML_PARSER_ERROR</errorCode>");
        assertThat(client.get(DATA + "/sobjects", "Accept", XML, "Authorization", "Bearer old")
                        .body())
                .contains("<errorCode>INVALID_SESSION_ID</errorCode>");
    }

    /** Workbench's and other people's addresses, and what a browser is shown. */
    @Test
    void an_address_may_say_the_form_and_who_takes_all_gets_json() throws IOException {
        assertThat(client.get(DATA + "/limits.xml").body()).contains("<DailyApiRequests>");
        assertThat(client.get(DATA + "/sobjects/Account/describe.json", "Accept", XML)
                        .body())
                .startsWith("{");
        assertThat(client.json("GET", DATA + "/sobjects/Account.json", "").has("objectDescribe"))
                .isTrue();
        assertThat(client.get(DATA + "/limits", "Accept", "*/*, application/xml")
                        .body())
                .startsWith("{");
        assertThat(client.get(DATA + "/limits", "Accept", "text/html,application/xml;q=0.9,*/*;q=0.8")
                        .body())
                .startsWith(PROLOG);
        assertThat(client.get(DATA + "/jobs/query", "Accept", XML).body()).startsWith("{");
    }

    private String get(String path) throws IOException {
        var answer = client.get(path, "Accept", XML);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/xml;charset=UTF-8");
        return answer.body();
    }

    private String send(String method, String path, String body) throws IOException {
        return client.send(method, DATA + path, body, "Accept", XML, "Content-Type", XML)
                .body();
    }
}
