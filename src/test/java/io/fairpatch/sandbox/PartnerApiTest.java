package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.Connector;
import com.sforce.soap.partner.DescribeGlobalSObjectResult;
import com.sforce.soap.partner.DescribeTab;
import com.sforce.soap.partner.Field;
import com.sforce.soap.partner.LeadConvert;
import com.sforce.soap.partner.MergeRequest;
import com.sforce.soap.partner.OwnerChangeOption;
import com.sforce.soap.partner.OwnerChangeOptionType;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Salesforce's own SOAP client on the org. */
class PartnerApiTest {
    private Sandbox sandbox;
    private Client client;
    private PartnerConnection soap;

    @BeforeEach
    void start(@TempDir Path folder) throws ConnectionException {
        sandbox = TestOrg.start(folder);
        client = new Client(sandbox);
        var config = new ConnectorConfig();
        config.setSessionId(sandbox.info().accessToken());
        config.setServiceEndpoint(sandbox.info().instanceUrl() + "/services/Soap/u/65.0");
        soap = Connector.newConnection(config);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void objects_describe_themselves() throws ConnectionException {
        assertThat(Arrays.stream(soap.describeGlobal().getSobjects()).map(DescribeGlobalSObjectResult::getName))
                .contains("Account", "ForecastingQuota");
        var account = soap.describeSObjects(new String[] {"Account", "Contact"})[0];
        assertThat(Arrays.stream(account.getFields()).map(Field::getName)).contains("Name", "Territory__c");
        assertThat(account.getChildRelationships()).isNotEmpty();
        assertThat(soap.describeSObject("Opportunity").isUpdateable()).isTrue();
    }

    @Test
    void queries_come_in_pages_with_their_parents() throws ConnectionException, IOException {
        for (int i = 0; i < 2; i++) {
            var records = "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"More\"},".repeat(200);
            client.send(
                    "POST",
                    DATA + "/composite/sobjects",
                    "{\"records\":[" + records.substring(0, records.length() - 1) + "]}");
        }
        soap.setQueryOptions(200);

        var page = soap.query("SELECT Id, Name, Owner.Name FROM Account WHERE Name LIKE 'Account %' OR Name = 'More'");
        int seen = page.getRecords().length;
        assertThat(page.getRecords()[0].getSObjectField("Owner"))
                .isInstanceOfSatisfying(SObject.class, owner -> assertThat(owner.getField("Name"))
                        .isEqualTo("Ann Arbor"));
        while (!page.isDone()) {
            page = soap.queryMore(page.getQueryLocator());
            seen += page.getRecords().length;
        }
        assertThat(seen).isEqualTo(page.getSize()).isEqualTo(409);
    }

    @Test
    void a_new_owner_takes_along_what_the_client_asks_for_and_the_team_goes_unless_kept()
            throws ConnectionException, IOException {
        var account = client.idOfAccount("Account 1");
        var bob = client.one("SELECT Id FROM User WHERE FirstName = 'Bob'", "Id");
        var ann = client.one("SELECT Id FROM User WHERE FirstName = 'Ann'", "Id");
        create("AccountTeamMember", "AccountId", account, "UserId", bob, "TeamMemberRole", "Sales Rep");
        create(
                "Opportunity",
                "AccountId",
                account,
                "Name",
                "Open",
                "StageName",
                "Prospecting",
                "CloseDate",
                "2030-01-01",
                "OwnerId",
                bob);
        create("Contact", "AccountId", account, "LastName", "Mine", "OwnerId", bob);

        soap.setOwnerChangeOptions(
                options(OwnerChangeOptionType.KeepAccountTeam, OwnerChangeOptionType.TransferOwnedOpenOpportunities));
        assertThat(own(account, ann).isSuccess()).isTrue();
        assertThat(count("SELECT Id FROM AccountTeamMember")).isOne();
        assertThat(count("SELECT Id FROM Opportunity WHERE Name = 'Open' AND Owner.FirstName = 'Ann'"))
                .isOne();
        assertThat(count("SELECT Id FROM Contact WHERE Owner.FirstName = 'Bob'"))
                .isOne();
        assertThat(count("SELECT Id FROM AccountHistory WHERE Field = 'Owner'")).isOne();

        soap.clearOwnerChangeOptions();
        assertThat(own(account, bob).isSuccess()).isTrue();
        assertThat(count("SELECT Id FROM AccountTeamMember")).isZero();
        assertThat(count("SELECT Id FROM Opportunity WHERE Name = 'Open' AND Owner.FirstName = 'Ann'"))
                .isOne();

        soap.setOwnerChangeOptions(options(OwnerChangeOptionType.TransferContacts));
        assertThat(own(account, ann).isSuccess()).isTrue();
        assertThat(count("SELECT Id FROM Contact WHERE LastName = 'Mine' AND Owner.FirstName = 'Ann'"))
                .isOne();
    }

    @Test
    void a_merge_leaves_the_master_and_an_undelete_brings_back() throws ConnectionException, IOException {
        var master = client.idOfAccount("Account 4");
        var other = client.idOfAccount("Account 1");
        var request = new MergeRequest();
        var record = new SObject("Account");
        record.setId(master);
        request.setMasterRecord(record);
        request.setRecordToMergeIds(new String[] {other});

        var merged = soap.merge(new MergeRequest[] {request})[0];

        assertThat(merged.isSuccess()).isTrue();
        assertThat(merged.getUpdatedRelatedIds()).isNotEmpty();
        assertThat(soap.queryAll("SELECT Id FROM Account WHERE MasterRecordId = '" + master + "' AND IsDeleted = true")
                        .getSize())
                .isOne();
        assertThat(count("SELECT Id FROM Opportunity WHERE AccountId = '" + master + "'"))
                .isEqualTo(2);

        var gone = client.idOfAccount("Account 6");
        assertThat(soap.delete(new String[] {gone})[0].isSuccess()).isTrue();
        assertThat(soap.undelete(new String[] {gone})[0].isSuccess()).isTrue();
        assertThat(soap.retrieve("Name", "Account", new String[] {gone})[0].getField("Name"))
                .isEqualTo("Account 6");
    }

    /** Workbench, the toolkit for PHP, beatbox and salesforcer. */
    @Test
    void what_is_in_the_recycle_bin_may_be_removed_for_good() throws ConnectionException, IOException {
        var gone = client.idOfAccount("Account 6");
        soap.delete(new String[] {gone});

        assertThat(soap.emptyRecycleBin(new String[] {gone})[0].isSuccess()).isTrue();

        assertThat(soap.queryAll("SELECT Id FROM Account WHERE Id = '" + gone + "'")
                        .getSize())
                .isZero();
        assertThat(soap.emptyRecycleBin(new String[] {client.idOfAccount("Account 1")})[0].getErrors()[0].getMessage())
                .isEqualTo("Invalid record id; no recycle bin entry found");
        assertThat(soap.undelete(new String[] {gone})[0].isSuccess()).isFalse();
    }

    /** Beatbox, pyforce and generators of code. */
    @Test
    void what_pages_are_made_of_is_described() throws ConnectionException {
        assertThat(Arrays.stream(soap.describeTabs()[0].getTabs()).map(DescribeTab::getSobjectName))
                .contains("Account", "Contact");
        assertThat(soap.describeAllTabs()).isNotEmpty();
        assertThat(soap.describeTheme(new String[0]).getThemeItems()).isNotEmpty();
        assertThat(soap.describeSearchScopeOrder(true)[0].getKeyPrefix()).hasSize(3);
        assertThat(soap.describeSearchLayouts(new String[] {"Account"})[0].getSearchColumns()[0].getName())
                .isEqualTo("Name");
        var layout = soap.describeLayout("Account", null, null).getLayouts()[0];
        assertThat(layout.getDetailLayoutSections()[0].getLayoutRows()).isNotEmpty();
        assertThat(soap.describeCompactLayouts("Account", null).getCompactLayouts())
                .hasSize(1);
        assertThat(soap.describeAvailableQuickActions("Account")).isEmpty();
        assertThat(soap.invalidateSessions(new String[] {"none"})[0].isSuccess())
                .isFalse();
    }

    @Test
    void changed_and_deleted_records_are_told_apart() throws ConnectionException, IOException {
        var changed = client.idOfAccount("Account 1");
        var gone = client.idOfAccount("Account 6");
        client.send("PATCH", DATA + "/sobjects/Account/" + changed, "{\"Rating\":\"Hot\"}");
        soap.delete(new String[] {gone});
        var start = Calendar.getInstance();
        start.add(Calendar.MINUTE, -2);
        var end = Calendar.getInstance();
        end.add(Calendar.MINUTE, 2);

        assertThat(soap.getUpdated("Account", start, end).getIds())
                .contains(changed)
                .doesNotContain(gone);
        assertThat(soap.getDeleted("Account", start, end).getDeletedRecords())
                .singleElement()
                .satisfies(record -> assertThat(record.getId()).isEqualTo(gone));
    }

    @Test
    void what_is_wrong_is_said_as_a_fault_or_in_the_row() throws ConnectionException {
        assertThatThrownBy(() -> soap.query("SELECT Nope FROM Account"))
                .isInstanceOfSatisfying(ApiFault.class, fault -> assertThat(fault.getExceptionMessage())
                        .contains("Nope"));
        var row = new SObject("Account");
        row.setId("001000000000000AAA");
        row.setField("Name", "x");
        var error = soap.update(new SObject[] {row})[0].getErrors()[0];
        assertThat(error.getStatusCode().name()).isEqualTo("INVALID_CROSS_REFERENCE_KEY");
    }

    private SaveResult own(String account, String user) throws ConnectionException {
        var row = new SObject("Account");
        row.setId(account);
        row.setField("OwnerId", user);
        return soap.update(new SObject[] {row})[0];
    }

    private void create(String object, String... values) throws ConnectionException {
        var row = new SObject(object);
        for (int i = 0; i < values.length; i += 2) {
            row.setField(values[i], values[i + 1]);
        }
        var result = soap.create(new SObject[] {row})[0];
        assertThat(result.isSuccess()).as(Arrays.toString(result.getErrors())).isTrue();
    }

    private int count(String query) throws IOException {
        return client.query(query).path("totalSize").asInt();
    }

    private static OwnerChangeOption[] options(OwnerChangeOptionType... types) {
        return List.of(types).stream()
                .map(type -> {
                    var option = new OwnerChangeOption();
                    option.setType(type);
                    option.setExecute(true);
                    return option;
                })
                .toArray(OwnerChangeOption[]::new);
    }

    @Test
    void a_lead_becomes_an_account_a_contact_and_a_deal_once() throws ConnectionException, IOException {
        var made = client.done(
                "POST", DATA + "/sobjects/Lead", "{\"LastName\":\"Lu\",\"Company\":\"Lu & Co\",\"City\":\"Bonn\"}");
        var asked = new LeadConvert();
        asked.setLeadId(made.path("id").asText());
        asked.setConvertedStatus("Open - Not Contacted");

        assertThat(soap.convertLead(new LeadConvert[] {asked})[0].getErrors()[0].getMessage())
                .isEqualTo("invalid convertedStatus: Open - Not Contacted");
        asked.setConvertedStatus("Closed - Converted");
        asked.setOpportunityName("First");
        var converted = soap.convertLead(new LeadConvert[] {asked})[0];

        assertThat(converted.isSuccess()).isTrue();
        assertThat(client.one(
                        "SELECT BillingCity FROM Account WHERE Id = '" + converted.getAccountId() + "'", "BillingCity"))
                .isEqualTo("Bonn");
        assertThat(client.one(
                        "SELECT AccountId FROM Contact WHERE Id = '" + converted.getContactId() + "'", "AccountId"))
                .isEqualTo(converted.getAccountId());
        assertThat(client.one("SELECT Name FROM Opportunity WHERE Id = '" + converted.getOpportunityId() + "'", "Name"))
                .isEqualTo("First");
        assertThat(client.one("SELECT IsConverted FROM Lead WHERE Id = '" + asked.getLeadId() + "'", "IsConverted"))
                .isEqualTo("true");
        assertThat(soap.convertLead(new LeadConvert[] {asked})[0].getErrors()[0].getMessage())
                .isEqualTo("cannot reference converted lead");
    }

    @Test
    void a_conversion_that_fails_leaves_nothing_behind() throws ConnectionException, IOException {
        var made = client.done("POST", DATA + "/sobjects/Lead", "{\"LastName\":\"Lu\",\"Company\":\"Lu & Co\"}");
        var asked = new LeadConvert();
        asked.setLeadId(made.path("id").asText());
        asked.setConvertedStatus("Closed - Converted");
        asked.setOpportunityName("x".repeat(200));

        assertThat(soap.convertLead(new LeadConvert[] {asked})[0].isSuccess()).isFalse();

        assertThat(client.query("SELECT Id FROM Account WHERE Name = 'Lu & Co'")
                        .path("totalSize")
                        .asInt())
                .isZero();
        assertThat(client.one("SELECT Status FROM Lead WHERE Id = '" + asked.getLeadId() + "'", "Status"))
                .isEqualTo("Open - Not Contacted");
    }
}
