package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** What a real org does by itself, and the faults of its results that no status code tells. */
class OrgRulesTest extends OrgOfItsOwn {
    private static final String ASSOCIATIONS = "SELECT Id FROM ObjectTerritory2Association";

    @Test
    void a_rule_s_association_comes_back_and_a_deleted_one_is_shown_for_twelve_hours() throws IOException {
        state("territory-model", "{\"rules\":1}");
        var first = client.one(ASSOCIATIONS, "Id");
        client.send("DELETE", DATA + "/sobjects/ObjectTerritory2Association/" + first, "");
        var second = client.one(ASSOCIATIONS, "Id");

        assertThat(second).isNotEmpty().isNotEqualTo(first);
        assertThat(all()).isEqualTo(2);
        state("clock", "{\"seconds\":" + Duration.ofHours(11).toSeconds() + "}");
        assertThat(all()).isEqualTo(2);
        state("clock", "{\"seconds\":" + Duration.ofHours(13).toSeconds() + "}");
        assertThat(all()).isEqualTo(1);
    }

    @Test
    void a_query_may_ask_for_accounts_of_the_users_teams_and_territories() throws IOException {
        var me = client.one(
                "SELECT Id FROM User WHERE Username = '" + sandbox.info().jwtUsername() + "'", "Id");
        var account = client.idOfAccount("Account 1");
        make("AccountTeamMember", "{\"AccountId\":\"%s\",\"UserId\":\"%s\"}".formatted(account, me));
        state("territory-model", "{\"rules\":1}");
        var covered = "SELECT ObjectId, Territory2Id FROM ObjectTerritory2Association LIMIT 1";
        var territory = client.one(covered, "Territory2Id");

        assertThat(client.one("SELECT Id FROM Account USING SCOPE team", "Id")).isEqualTo(account);
        assertThat(client.one("SELECT Id FROM Account USING SCOPE my_territory", "Id"))
                .isEmpty();
        make("UserTerritory2Association", "{\"Territory2Id\":\"%s\",\"UserId\":\"%s\"}".formatted(territory, me));
        assertThat(client.query("SELECT Id FROM Account USING SCOPE my_territory")
                        .toString())
                .contains(client.one(covered, "ObjectId"));
    }

    private void make(String object, String body) throws IOException {
        client.done("POST", DATA + "/sobjects/" + object, body);
    }

    @Test
    void fiscal_years_begin_when_the_org_says() throws IOException {
        var years = "SELECT FISCAL_YEAR(CloseDate) y, FISCAL_QUARTER(CloseDate) q, FISCAL_MONTH(CloseDate) m FROM"
                + " Opportunity WHERE CloseDate = 2024-06-01 GROUP BY FISCAL_YEAR(CloseDate),"
                + " FISCAL_QUARTER(CloseDate), FISCAL_MONTH(CloseDate)";
        state("organization", "{\"FiscalYearStartMonth\":\"2\"}");
        state(
                "clock",
                "{\"seconds\":"
                        + Duration.between(Instant.now(), Instant.parse("2024-05-02T20:00:00Z"))
                                .toSeconds() + "}");
        var inQuarter =
                client.one("SELECT MIN(CloseDate) d FROM Opportunity WHERE CloseDate = THIS_FISCAL_QUARTER", "d");

        assertThat(client.query(years).path("records").toString()).contains("\"y\":2025,\"q\":2,\"m\":5");
        assertThat(inQuarter).isEqualTo("2024-05-01");
        state("organization", "{\"UsesStartDateAsFiscalYearName\":\"true\"}");
        assertThat(client.query(years).path("records").toString()).contains("\"y\":2024");
    }

    @Test
    void who_is_not_active_gets_no_work_and_no_two_users_one_name() throws IOException {
        var user = client.one("SELECT Id FROM User WHERE Name = 'Ann Arbor'", "Id");
        var account = client.idOfAccount("Account 1");
        client.done("PATCH", DATA + "/sobjects/User/" + user, "{\"IsActive\":false}");
        var member = "{\"AccountId\":\"%s\",\"UserId\":\"%s\"}".formatted(account, user);
        var twin = "{\"Username\":\"INTEGRATION@fairpatch.sandbox\"}";

        assertThat(client.send("POST", DATA + "/sobjects/AccountTeamMember", member)
                        .body())
                .contains("INACTIVE_OWNER_OR_USER", user);
        assertThat(client.send("PATCH", DATA + "/sobjects/Account/" + account, "{\"OwnerId\":\"" + user + "\"}")
                        .body())
                .contains("INACTIVE_OWNER_OR_USER", "as owner of account");
        assertThat(client.send("PATCH", DATA + "/sobjects/User/" + user, twin).body())
                .contains("DUPLICATE_USERNAME");
    }

    @Test
    void every_record_says_who_made_it() throws IOException {
        for (var object : new String[] {"Organization", "User", "Profile", "PermissionSet", "Account"}) {
            assertThat(client.all("SELECT CreatedById, LastModifiedById FROM " + object))
                    .isNotEmpty()
                    .allMatch(row -> row.path("CreatedById").asText().startsWith("005")
                            && row.path("LastModifiedById").asText().startsWith("005"));
        }
    }

    @Test
    void a_queue_owns_cases() throws IOException {
        var group = "{\"Name\":\"Help\",\"DeveloperName\":\"Help\",\"Type\":\"Queue\"}";
        var queue =
                client.done("POST", DATA + "/sobjects/Group", group).path("id").asText();

        client.done("POST", DATA + "/sobjects/Case", "{\"Subject\":\"S\",\"OwnerId\":\"" + queue + "\"}");

        var owner = client.all("SELECT Owner.Type, Owner.Name FROM Case WHERE Subject = 'S'")
                .get(0)
                .path("Owner");
        assertThat(owner.path("Type").asText()).isEqualTo("Group");
        assertThat(owner.path("Name").asText()).isEqualTo("Help");
    }

    @Test
    void no_account_is_above_itself() throws IOException {
        var top = client.idOfAccount("Account 1");
        var below = client.idOfAccount("Account 2");
        client.done("PATCH", DATA + "/sobjects/Account/" + below, "{\"ParentId\":\"" + top + "\"}");

        for (var parent : new String[] {top, below}) {
            var answer = client.send("PATCH", DATA + "/sobjects/Account/" + top, "{\"ParentId\":\"" + parent + "\"}");
            assertThat(answer.body()).contains("CIRCULAR_DEPENDENCY", "ParentId");
        }
    }

    @Test
    void a_late_commit_is_stamped_with_the_time_its_transaction_began() throws IOException {
        var id = client.idOfAccount("Account 1");
        client.arm("late-commit", "PATCH *", "{\"seconds\":300}");
        client.send("PATCH", DATA + "/sobjects/Account/" + id, "{\"Territory__c\":\"N\"}");
        var late = stamp(id);
        client.send("PATCH", DATA + "/sobjects/Account/" + id, "{\"Territory__c\":\"M\"}");

        assertThat(Duration.between(late, Instant.now())).isBetween(Duration.ofSeconds(300), Duration.ofSeconds(330));
        assertThat(Duration.between(stamp(id), Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void a_page_begins_with_rows_of_the_one_before() throws IOException {
        var jobs = DATA + "/jobs/query";
        var job = jobs + "/"
                + client.json("POST", jobs, "{\"operation\":\"query\",\"query\":\"SELECT Name FROM User\"}")
                        .path("id")
                        .asText();
        client.ended(job);
        var first = client.get(job + "/results?maxRecords=2");
        var next = job + "/results?maxRecords=2&locator="
                + first.headers().firstValue("Sforce-Locator").orElseThrow();
        var sound = client.get(next).body().lines().toList();
        client.arm("duplicate-page", "GET *results", "{}");
        var spoiled = client.get(next).body().lines().toList();

        assertThat(spoiled).hasSize(sound.size() + 1).endsWith(sound.get(sound.size() - 1));
        assertThat(spoiled.get(1)).isEqualTo(first.body().lines().toList().get(2));
    }

    @Test
    void a_narrowed_query_finds_a_part_and_says_nothing() throws IOException {
        client.arm("narrowed", "GET *query", "{\"keep\":5}");

        assertThat(client.query("SELECT Id FROM Account").path("totalSize").asInt())
                .isEqualTo(8);
        assertThat(client.query("SELECT Id FROM Account").path("totalSize").asInt())
                .isEqualTo(10);
    }

    @Test
    void an_inactive_user_gets_no_session() throws IOException {
        state("inactive-user", "{}");
        var answer = client.send(
                "POST",
                "/services/oauth2/token",
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(sandbox.info().clientId(), sandbox.info().clientSecret()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("inactive_user");
    }

    @Test
    void a_field_that_is_missing_has_no_permissions_either() throws IOException {
        var query = "SELECT Id FROM FieldPermissions WHERE Field = 'Account.Territory__c'";
        var before = client.query(query).path("totalSize").asInt();
        state("missing-field", "{\"field\":\"Territory__c\"}");

        assertThat(before).isPositive();
        assertThat(client.query(query).path("totalSize").asInt()).isZero();
        client.send("DELETE", "/__sandbox/state", "");
        assertThat(client.query(query).path("totalSize").asInt()).isEqualTo(before);
    }

    @Test
    void a_serial_job_of_bulk_one_says_so() throws IOException {
        var job = "<jobInfo xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><operation>update</operation>"
                + "<object>Account</object>%s<contentType>CSV</contentType></jobInfo>";

        assertThat(bulkOne(job.formatted("<concurrencyMode>Serial</concurrencyMode>")))
                .contains("<concurrencyMode>Serial</concurrencyMode>");
        assertThat(bulkOne(job.formatted(""))).contains("<concurrencyMode>Parallel</concurrencyMode>");
        assertThat(bulkOne(job.formatted("<concurrencyMode>Sideways</concurrencyMode>")))
                .contains("InvalidJob");
    }

    private String bulkOne(String job) throws IOException {
        return client.send(
                        "POST",
                        "/services/async/67.0/job",
                        job,
                        "X-SFDC-Session",
                        sandbox.info().accessToken())
                .body();
    }

    private int all() throws IOException {
        return client.json("GET", DATA + "/queryAll?q=" + ASSOCIATIONS.replace(' ', '+'), "")
                .path("totalSize")
                .asInt();
    }

    private Instant stamp(String id) throws IOException {
        var text = client.one("SELECT SystemModstamp FROM Account WHERE Id = '" + id + "'", "SystemModstamp");
        return OffsetDateTime.parse(text.replace("+0000", "Z")).toInstant();
    }

    private void state(String kind, String params) throws IOException {
        client.send("POST", "/__sandbox/state", "{\"kind\":\"%s\",\"params\":%s}".formatted(kind, params));
    }
}
