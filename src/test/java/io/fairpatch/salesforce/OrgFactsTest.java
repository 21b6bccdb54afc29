package io.fairpatch.salesforce;

import static io.fairpatch.salesforce.StubOrg.DATA;
import static io.fairpatch.salesforce.StubOrg.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.OrgRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrgFactsTest extends OnStubOrg {
    @Test
    void records_come_as_the_text_of_bulk_csv() {
        org.on(
                "POST " + DATA + "/composite/sobjects/Account",
                json(
                        "[{\"attributes\":{},\"Id\":\"001000000000001AAA\",\"Revenue\":3.5E8,\"Score\":71.50,\"Big\":true,"
                                + "\"Name\":\"Ébène\",\"Stamp\":\"2026-01-02T03:04:05.000+0000\",\"Day\":\"2026-01-02\",\"Gone\":null},null]"));
        var fields = List.of("Revenue", "Score", "Big", "Name", "Stamp", "Day", "Gone");

        var records =
                org.connect().reader().read("Account", List.of("001000000000001AAA", "001000000000002AAA"), fields);

        assertThat(records)
                .containsExactly(new OrgRecord(
                        new SalesforceId("001000000000001AAA"),
                        Map.of(
                                "Revenue", "350000000",
                                "Score", "71.50",
                                "Big", "true",
                                "Name", "Ébène",
                                "Stamp", "2026-01-02T03:04:05.000Z",
                                "Day", "2026-01-02")));
    }

    @Test
    void an_org_past_all_versions_that_we_speak_asks_for_an_update() {
        org.on("GET /services/data", json("[{\"version\":\"90.0\"},{\"version\":\"91.0\"}]"));

        var failure = catchThrowableOfType(
                FairpatchException.class, () -> org.connect().reader().describe("Account"));

        assertThat(failure.problem().what()).contains("offers no API version from");
        assertThat(failure.problem().advice()).contains("update Fairpatch");
    }

    @Test
    void many_ids_are_read_200_at_a_time() {
        org.on("POST " + DATA + "/composite/sobjects/Account", json("[]"));
        var ids = IntStream.range(0, 401)
                .mapToObj(i -> "0010000000%05dAAA".formatted(i))
                .toList();

        org.connect().reader().read("Account", ids, List.of("Name"));

        assertThat(org.requests("POST " + DATA + "/composite/sobjects/Account"))
                .extracting(call -> call.body().split("\"001").length - 1)
                .containsExactly(200, 200, 1);
    }

    @Test
    void describe_tells_what_each_field_is() {
        org.on(
                "GET " + DATA + "/sobjects/Account/describe",
                json("{\"fields\":[{\"name\":\"OwnerId\",\"label\":\"Owner\",\"type\":\"reference\",\"length\":18,"
                        + "\"nillable\":false,\"updateable\":true,\"createable\":true,\"filterable\":true,\"calculated\":false,"
                        + "\"referenceTo\":[\"User\"]},{\"name\":\"BillingAddress\",\"type\":\"address\"}]}"));

        var schema = org.connect().reader().describe("Account");

        assertThat(schema.field("OwnerId"))
                .contains(new FieldSchema(
                        "OwnerId", "Owner", "reference", 18, false, true, true, true, false, List.of("User")));
        assertThat(schema.field("BillingAddress"))
                .hasValueSatisfying(field -> assertThat(field.bulkReadable()).isFalse());
    }

    @Test
    void identity_names_the_org_and_the_signed_in_user() {
        org.on(
                "GET " + DATA + "/query",
                json("{\"records\":[{\"Id\":\"00D000000000001EAA\",\"Name\":\"Acme\",\"IsSandbox\":true}]}"));

        var identity = org.connect().reader().identity();

        assertThat(identity.id()).isEqualTo(new SalesforceId("00D000000000001EAA"));
        assertThat(identity.name()).isEqualTo("Acme");
        assertThat(identity.apiVersion()).isEqualTo("66.0");
        assertThat(identity.production()).isFalse();
        assertThat(identity.userId()).isEqualTo(new SalesforceId("005000000000001AAA"));
    }
}
