package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records are found by words. */
class SearchTest extends OrgOfAClass {
    @BeforeAll
    void people() throws IOException {
        contact("Ann-Marie", "Hill", "ann.marie@hill.example", "(393) 555-0199");
        contact("Bo", "Dale", "bo@hello.example", "(393) 555-0187");
    }

    @Test
    void words_are_found_in_sosl_and_by_parameters() throws IOException {
        var sosl = "FIND {söhne} IN NAME FIELDS RETURNING Account(Id, Name WHERE Industry = 'Energy' LIMIT 3), User";

        assertThat(search("search?q=" + encoded(sosl)).findValuesAsText("Name")).hasSize(1);
        assertThat(search("search?q=" + encoded("FIND {acc* 1 OR Arbor} RETURNING Account(Name), User(Name)"))
                        .findValuesAsText("Name"))
                .containsExactly("Account 1", "Ann Arbor");
        assertThat(search("parameterizedSearch?q=Account&sobject=Account&Account.fields=Name&Account.limit=2")
                        .findValuesAsText("Name"))
                .hasSize(2);
        var posted = "{\"q\":\"Account\",\"fields\":[\"Name\"],\"overallLimit\":-1,\"offset\":1,\"sobjects\":"
                + "[{\"name\":\"Account\",\"limit\":2,\"where\":\"Name != null\",\"orderBy\":\"Name DESC\"}]}";
        assertThat(client.done("POST", DATA + "/parameterizedSearch", posted).findValuesAsText("Name"))
                .containsExactly("Account 8", "Account 7");
        var formatted =
                "FIND {acc*} RETURNING Account(Name, toLabel(Industry) ORDER BY Name LIMIT 1 OFFSET 1), User LIMIT 9"
                        + " UPDATE TRACKING";
        assertThat(search("search?q=" + encoded(formatted)).findValuesAsText("Name"))
                .containsExactly("Account 1");
        assertThat(client.get(DATA + "/search?q=" + encoded("FIND {x}")).body()).contains("MALFORMED_SEARCH");
    }

    /** Of whom a client looks for by mail address or telephone number, those are not found who are only called so. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FIND {Ann\\-Marie} RETURNING Contact(LastName)                            | Hill
                    FIND {Hill AND Marie} RETURNING Contact(LastName)                          | Hill
                    FIND {(Hill OR Dale) AND NOT Marie} RETURNING Contact(LastName)            | Dale
                    FIND {"Hill Ann"} RETURNING Contact(LastName)                              |
                    FIND {ann.marie@hill.example} IN EMAIL FIELDS RETURNING Contact(LastName)  | Hill
                    FIND {Dale} IN EMAIL FIELDS RETURNING Contact(LastName)                    |
                    FIND {555-0187} IN PHONE FIELDS RETURNING Contact(LastName)                | Dale
                    FIND {hill} IN SIDEBAR FIELDS RETURNING Contact(LastName) WITH SNIPPET(target_length=120) | Hill
                    """)
    void a_search_goes_by_words_operators_and_the_fields_it_names(String sosl, @Nullable String found)
            throws IOException {
        assertThat(String.join("|", search("search?q=" + encoded(sosl)).findValuesAsText("LastName")))
                .isEqualTo(found == null ? "" : found);
    }

    @Test
    void words_found_are_marked_and_fields_named_for_who_asks_for_it() throws IOException {
        var sosl =
                "FIND {hill OR mar*} RETURNING Contact(LastName, FirstName, Email) WITH HIGHLIGHT WITH METADATA='LABELS'";
        var answer = search("search?q=" + encoded(sosl));
        var record = answer.path("searchRecords").path(0);

        assertThat(record.path("highlight.LastName").asText()).isEqualTo("<mark>Hill</mark>");
        assertThat(record.path("highlight.Email").asText()).isEqualTo("ann.marie@<mark>hill</mark>.example");
        assertThat(record.has("highlight.FirstName")).isFalse();
        assertThat(answer.path("metadata")
                        .path("entityetadata")
                        .path(0)
                        .path("fieldMetadata")
                        .findValuesAsText("label"))
                .containsExactly("Last Name", "First Name", "Email");
    }

    private void contact(String first, String last, String email, String phone) throws IOException {
        client.json(
                "POST",
                DATA + "/sobjects/Contact",
                "{\"FirstName\":\"%s\",\"LastName\":\"%s\",\"Email\":\"%s\",\"Phone\":\"%s\"}"
                        .formatted(first, last, email, phone));
    }

    private JsonNode search(String pathAndQuery) throws IOException {
        return client.json("GET", DATA + "/" + pathAndQuery, "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
