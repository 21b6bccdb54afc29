package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.data.OrgTable;
import io.fairpatch.sandbox.state.StateKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each state shows where a check of the org looks for it, and is gone when taken back. */
class StatesTest {
    private static final String ACCOUNTS = DATA + "/sobjects/Account";
    private static Sandbox sandbox;
    private static Client client;

    @BeforeAll
    static void start(@TempDir Path folder) {
        sandbox = Sandbox.start(TestOrg.config(folder), data(), Clock.systemUTC());
        client = new Client(sandbox);
    }

    /** The small org, one of whose users has a profile that the org does not begin with. */
    private static OrgData data() {
        var tables = new ArrayList<OrgTable>();
        tables.add(new OrgTable("Profile", List.of("Id", "Name"), List.<String[]>of(new String[] {"p", "Sales"})));
        tables.addAll(TestOrg.data().tables());
        tables.replaceAll(table -> table.object().equals("User") ? withProfile(table) : table);
        return new OrgData(TestOrg.data().customFields(), tables);
    }

    private static OrgTable withProfile(OrgTable users) {
        var columns = new ArrayList<>(users.columns());
        columns.add("ProfileId");
        var rows = new ArrayList<String[]>();
        for (var row : users.rows()) {
            var wider = Arrays.copyOf(row, row.length + 1);
            wider[row.length] = "p";
            rows.add(wider);
        }
        return new OrgTable(users.object(), columns, rows);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void clear() throws IOException {
        client.send("DELETE", "/__sandbox/state", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    missing-field | {"object":"Account","field":"Territory__c"} | SELECT Territory__c FROM Account | No such column 'Territory__c'
                    no-read | {"field":"Industry"} | SELECT Industry FROM Account | No such column 'Industry'
                    no-edit | {"field":"Industry"} | SELECT PermissionsEdit FROM FieldPermissions WHERE Field = 'Account.Industry' AND Parent.Profile.Name = 'System Administrator' | "PermissionsEdit":false
                    no-view-all | {} | SELECT Id FROM Account | "totalSize":0
                    object-rights | {"object":"Account"} | SELECT Id FROM Account | sObject type 'Account' is not supported
                    no-right | {"name":"ModifyMetadata"} | SELECT Name FROM PermissionSet WHERE PermissionsModifyMetadata = true | "totalSize":0
                    minimum-access | {} | SELECT Profile.UserLicense.Name FROM User WHERE LastName = 'Integration' | Salesforce Integration
                    unassigned | {} | SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Fairpatch_Integration' | "totalSize":0
                    expired-assignment | {} | SELECT Id FROM PermissionSetAssignment WHERE IsActive = false | "totalSize":1
                    no-permission-set | {} | SELECT Id FROM PermissionSet WHERE Name = 'Fairpatch_Integration' | "totalSize":0
                    inactive-user | {} | SELECT IsActive FROM User WHERE LastName = 'Integration' | "IsActive":false
                    organization | {"IsSandbox":"false"} | SELECT IsSandbox FROM Organization | "IsSandbox":false
                    territory-model | {"state":"Planning","rules":"2"} | SELECT State FROM Territory2Model | "State":"Planning"
                    no-territories | {} | SELECT Id FROM Territory2Model | INVALID_TYPE
                    multi-currency | {} | SELECT CurrencyIsoCode FROM Account WHERE CurrencyIsoCode != 'USD' | "CurrencyIsoCode":"EUR"
                    person-accounts | {"every":"5"} | SELECT Id FROM Account WHERE IsPersonAccount = true | "totalSize":2
                    record-types | {} | SELECT DeveloperName FROM RecordType WHERE SobjectType = 'Account' | "totalSize":2
                    duplicate-rule | {} | SELECT DeveloperName FROM DuplicateRule WHERE IsActive = true | Sandbox_Duplicates
                    trigger | {} | SELECT Name FROM ApexTrigger WHERE TableEnumOrId = 'Account' | SandboxTrigger
                    owner-skew | {"rows":"10"} | SELECT Id FROM Account WHERE Owner.FirstName = 'Ann' | "totalSize":10
                    """)
    void a_query_meets_it(String kind, String params, String query, String expected) throws IOException {
        assertThat(client.query(query).toString()).doesNotContain(expected);

        set(kind, params);
        assertThat(client.query(query).toString()).contains(expected);

        clear();
        assertThat(client.query(query).toString()).doesNotContain(expected);
    }

    @Test
    void amounts_of_other_currencies_are_converted_where_a_query_wants_it_and_in_figures() throws IOException {
        set("multi-currency", "{\"currencies\":\"USD:1;EUR:0.5\"}");

        double sum = 0;
        long large = 0;
        for (var account : client.query("SELECT CurrencyIsoCode, AnnualRevenue, convertCurrency(AnnualRevenue) own"
                        + " FROM Account WHERE AnnualRevenue > 0")
                .path("records")) {
            int rate = account.path("CurrencyIsoCode").asText().equals("EUR") ? 2 : 1;
            assertThat(account.path("own").asDouble())
                    .isEqualTo(rate * account.path("AnnualRevenue").asDouble());
            sum += account.path("own").asDouble();
            large += account.path("own").asDouble() >= 100_000_000 ? 1 : 0;
        }
        var figures = client.query("SELECT SUM(AnnualRevenue) total FROM Account");
        var dated = client.query("SELECT SUM(Amount) total FROM Opportunity WHERE CurrencyIsoCode = 'EUR'");
        var plain = client.query("SELECT Amount FROM Opportunity WHERE CurrencyIsoCode = 'EUR'");

        for (var amount : List.of("USD100000000", "EUR50000000", "eur5e7", "EUR49999999.5")) {
            assertThat(client.query("SELECT COUNT() FROM Account WHERE AnnualRevenue >= " + amount)
                            .path("totalSize")
                            .asLong())
                    .as(amount)
                    .isEqualTo(large);
        }
        assertThat(figures.path("records").path(0).path("total").asDouble()).isEqualTo(sum);
        assertThat(dated.path("records").path(0).path("total").asDouble())
                .isEqualTo(2
                        * StreamSupport.stream(plain.path("records").spliterator(), false)
                                .mapToDouble(deal -> deal.path("Amount").asDouble())
                                .sum());
    }

    @Test
    void nobody_hangs_a_record_on_one_that_he_does_not_see() throws IOException {
        var account = client.idOfAccount("Account 1");
        set("no-view-all", "{}");

        var contact = "{\"LastName\":\"Ito\",\"AccountId\":\"" + account + "\"}";
        assertThat(client.send("POST", DATA + "/sobjects/Contact", contact).body())
                .contains("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", account, "AccountId");

        clear();
        assertThat(client.send("POST", DATA + "/sobjects/Contact", contact).statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_field_may_be_of_another_type() throws IOException {
        set("field", "{\"field\":\"Territory__c\",\"type\":\"double\"}");
        assertThat(client.get(ACCOUNTS + "/describe").body())
                .contains("\"name\":\"Territory__c\",\"label\":\"Territory\"")
                .containsPattern("\"name\":\"Territory__c\"[^}]*\"type\":\"double\"");
        clear();
        set("field", "{\"field\":\"Territory__c\",\"type\":\"boolean\"}");
        assertThat(client.get(ACCOUNTS + "/describe").body())
                .containsPattern("\"name\":\"Territory__c\".*?\"nillable\":false[^}]*\"permissionable\":true");
        clear();
        assertThat(client.get(ACCOUNTS + "/describe").body())
                .containsPattern("\"name\":\"Territory__c\"[^}]*\"type\":\"string\"");
    }

    @Test
    void rules_and_missing_rights_refuse_a_write_and_say_so() throws IOException {
        var path = ACCOUNTS + "/" + client.idOfAccount("Account 1");
        set("validation-rule", "{\"field\":\"Industry\",\"when\":\"changed\",\"message\":\"not now\"}");
        assertThat(client.send("PATCH", path, "{\"Industry\":\"Retail\"}").statusCode())
                .isEqualTo(204);
        assertThat(client.send("PATCH", path, "{\"Industry\":\"Energy\"}").body())
                .contains("FIELD_CUSTOM_VALIDATION_EXCEPTION", "not now");
        clear();
        set("duplicate-rule", "{\"fields\":\"Name\",\"action\":\"alert\"}");
        assertThat(client.send("PATCH", path, "{\"Name\":\"account 2\"}").body())
                .contains("DUPLICATES_DETECTED");
        assertThat(client.send(
                                "PATCH",
                                path,
                                "{\"Name\":\"account 2\"}",
                                "Sforce-Duplicate-Rule-Header",
                                "allowSave=true")
                        .statusCode())
                .isEqualTo(204);
        client.send("PATCH", path, "{\"Name\":\"Account 1\"}", "Sforce-Duplicate-Rule-Header", "allowSave=true");
        clear();
        set("no-edit", "{\"field\":\"Rating\"}");
        assertThat(client.send("PATCH", path, "{\"Rating\":\"Hot\"}").body())
                .contains("INVALID_FIELD_FOR_INSERT_UPDATE");
        clear();
        set("no-modify-all", "{}");
        assertThat(client.send("PATCH", path, "{\"Rating\":\"Hot\"}").body())
                .contains("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY");
        clear();
        assertThat(client.send("PATCH", path, "{\"Rating\":\"Hot\"}").statusCode())
                .isEqualTo(204);
    }

    @Test
    void limits_are_counted_and_run_out() throws IOException {
        set("limit", "{\"name\":\"DailyApiRequests\",\"max\":\"100\",\"used\":\"98\"}");
        assertThat(client.get(DATA + "/limits").headers().firstValue("Sforce-Limit-Info"))
                .contains("api-usage=99/100");
        client.get(DATA + "/limits");
        assertThat(client.get(DATA + "/limits").body()).contains("REQUEST_LIMIT_EXCEEDED");
        clear();
        set("limit", "{\"name\":\"DailyBulkV2QueryJobs\",\"max\":\"0\"}");
        assertThat(client.send(
                                "POST",
                                DATA + "/jobs/query",
                                "{\"operation\":\"query\",\"query\":\"SELECT Id FROM Account\"}")
                        .body())
                .contains("LIMIT_EXCEEDED");
    }

    @Test
    void the_server_s_clock_versions_and_sign_in_follow_too() throws IOException {
        set("clock", "{\"seconds\":\"-86400\"}");
        var job = client.json(
                "POST", DATA + "/jobs/query", "{\"operation\":\"query\",\"query\":\"SELECT Id FROM Account\"}");
        assertThat(job.path("createdDate").asText())
                .startsWith(LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
        clear();
        set("api-versions", "{\"oldest\":\"66\"}");
        assertThat(client.get("/services/data/v65.0/limits").statusCode()).isEqualTo(410);
        assertThat(client.send("POST", "/services/Soap/u/65.0", "<Envelope/>").body())
                .contains("<faultcode>sf:UNSUPPORTED_API_VERSION</faultcode>");
        assertThat(client.send("POST", "/services/async/65.0/job", "<jobInfo/>").body())
                .contains("<exceptionCode>InvalidVersion</exceptionCode>");
        assertThat(client.json("GET", "/services/data", "").findValuesAsText("version"))
                .containsExactly("66.0", "67.0", "68.0");
        set("sign-in-refused", "{}");
        assertThat(client.send(
                                "POST",
                                "/services/oauth2/token",
                                "grant_type=client_credentials",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .body())
                .contains("ip restricted");
    }

    @Test
    void every_user_has_the_permission_set_of_its_profile_also_one_that_came_with_the_data() throws IOException {
        var users = client.query("SELECT Id FROM User").path("totalSize").asInt();
        assertThat(client.query("SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.IsOwnedByProfile = true")
                        .path("totalSize")
                        .asInt())
                .isEqualTo(users);
    }

    @Test
    void every_kind_is_listed_and_a_wrong_one_names_them() throws IOException {
        var labels = Arrays.stream(StateKind.values()).map(StateKind::label).collect(Collectors.toSet());
        assertThat(client.json("GET", "/__sandbox/state", "").path("kinds").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(labels);
        var answer = client.send("POST", "/__sandbox/state", "{\"kind\":\"gone\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("missing-field");
        var free = "{\"kind\":\"no-read\",\"params\":{\"object\":\"Territory2Model\",\"field\":\"State\"}}";
        assertThat(client.send("POST", "/__sandbox/state", free).body())
                .contains("Territory2Model.State has no rights of its own");
    }

    private static void set(String kind, String params) throws IOException {
        var body = "{\"kind\":\"%s\",\"params\":%s}".formatted(kind, params);
        var answer = client.send("POST", "/__sandbox/state", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
