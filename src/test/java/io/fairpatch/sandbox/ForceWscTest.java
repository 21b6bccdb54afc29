package io.fairpatch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.async.AsyncApiException;
import com.sforce.async.BatchInfo;
import com.sforce.async.BatchStateEnum;
import com.sforce.async.BulkConnection;
import com.sforce.async.ContentType;
import com.sforce.async.JobInfo;
import com.sforce.async.JobStateEnum;
import com.sforce.async.OperationEnum;
import com.sforce.soap.partner.Connector;
import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.FieldType;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.StatusCode;
import com.sforce.soap.partner.UpsertResult;
import com.sforce.soap.partner.fault.ExceptionCode;
import com.sforce.soap.partner.fault.InvalidFieldFault;
import com.sforce.soap.partner.fault.InvalidQueryLocatorFault;
import com.sforce.soap.partner.fault.InvalidSObjectFault;
import com.sforce.soap.partner.fault.MalformedQueryFault;
import com.sforce.soap.partner.fault.MalformedSearchFault;
import com.sforce.soap.partner.fault.UnexpectedErrorFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Salesforce's own Java client, unmodified. */
class ForceWscTest extends OrgOfItsOwn {
    @Test
    void the_partner_api_tells_who_is_signed_in() throws ConnectionException {
        var user = partner().getUserInfo();

        assertThat(user.getUserName()).isEqualTo(sandbox.info().jwtUsername());
        assertThat(user.getOrganizationId()).isEqualTo(sandbox.info().orgId());
        assertThat(user.getUserFullName()).isEqualTo("Fairpatch Integration");
    }

    @Test
    void the_partner_api_signs_in_by_name_and_describes() throws ConnectionException {
        var info = sandbox.info();
        var config = new ConnectorConfig();
        config.setAuthEndpoint(info.instanceUrl() + "/services/Soap/u/64.0");
        config.setUsername(info.jwtUsername());
        config.setPassword(info.password() + info.securityToken());

        var partner = Connector.newConnection(config);

        assertThat(config.getServiceEndpoint()).startsWith(info.instanceUrl() + "/services/Soap/u/64.0/00D");
        assertThat(partner.describeGlobal().getSobjects())
                .anyMatch(object -> object.getName().equals("Account"));
        var described = partner.describeSObjects(new String[] {"Account", "Contact"});
        assertThat(described).extracting(DescribeSObjectResult::getName).containsExactly("Account", "Contact");
        assertThat(described[0].getFields())
                .anyMatch(field -> field.getName().equals("Territory__c")
                        && field.getType() == FieldType.string
                        && field.isUpdateable());
        partner.logout();
        assertThatThrownBy(partner::getUserInfo).isInstanceOf(UnexpectedErrorFault.class);
    }

    @Test
    void the_partner_api_reads_parents_children_figures_and_page_after_page() throws ConnectionException, IOException {
        var partner = partner();
        var account = client.idOfAccount("Account 1");
        partner.setQueryOptions(200);
        for (int i = 0; i < 2; i++) {
            var many = IntStream.range(0, 150).mapToObj(j -> contact("Person " + j, account));
            partner.create(many.toArray(SObject[]::new));
        }

        var first = partner.query("SELECT Id, Account.Owner.Name FROM Contact");
        var second = partner.queryMore(first.getQueryLocator());
        var children = partner.query(
                        "SELECT Name, (SELECT Name FROM Opportunities ORDER BY Name) FROM Account WHERE Name = 'Account 1'")
                .getRecords()[0]
                .getChild("Opportunities");
        var figures = partner.query(
                        "SELECT COUNT(Id) n, MAX(Amount) most, MIN(CloseDate) day, MAX(CreatedDate) at, IsWon FROM Opportunity"
                                + " WHERE IsWon = true GROUP BY IsWon")
                .getRecords()[0];

        assertThat(first.isDone()).isFalse();
        assertThat(first.getRecords().length + second.getRecords().length)
                .isEqualTo(first.getSize())
                .isEqualTo(300);
        assertThat(second.isDone()).isTrue();
        assertThat(first.getRecords()[0].getChild("Account").getChild("Owner").getField("Name"))
                .isEqualTo("Bob Bärlin");
        assertThat(children.getChildren("records")).toIterable().hasSize(2);
        assertThat(figures.getType()).isEqualTo("AggregateResult");
        assertThat(figures.getField("n")).isEqualTo(2);
        assertThat(figures.getField("most")).isEqualTo(1000.5);
        assertThat(figures.getField("day")).isInstanceOf(Date.class);
        assertThat(figures.getField("at")).isInstanceOf(Calendar.class);
        assertThat(figures.getField("IsWon")).isEqualTo(true);
        assertThat(partner.queryAll("SELECT COUNT() FROM Account").getSize()).isEqualTo(10);
    }

    @Test
    void the_partner_api_tells_addresses_and_of_which_object_a_parent_is() throws ConnectionException {
        var partner = partner();
        var account = new SObject("Account");
        account.setField("Name", "Placed");
        account.setField("Type", "Customer");
        account.setField("BillingCity", "Köln");
        var id = partner.create(new SObject[] {account})[0].getId();
        var task = new SObject("Task");
        task.setField("Subject", "Visit");
        task.setField("WhatId", id);
        partner.create(new SObject[] {task});

        var place = partner.query("SELECT BillingAddress, ShippingAddress FROM Account WHERE Id = '" + id + "'")
                .getRecords()[0];
        var what = partner.query("SELECT What.Type, What.Name FROM Task WHERE WhatId = '" + id + "'")
                .getRecords()[0]
                .getChild("What");

        assertThat(place.getChild("BillingAddress").getField("city")).isEqualTo("Köln");
        assertThat(place.getField("ShippingAddress")).isNull();
        assertThat(what.getField("Type")).isEqualTo("Account");
        assertThat(what.getField("Name")).isEqualTo("Placed");
    }

    @Test
    void the_partner_api_writes_and_says_what_became_of_each_record() throws ConnectionException, IOException {
        var partner = partner();
        var account = client.idOfAccount("Account 1");

        var made = partner.create(new SObject[] {contact("New", account), new SObject("Contact")});
        var id = made[0].getId();
        var change = contact("Newer", account);
        change.setId(id);
        change.setFieldsToNull(new String[] {"FirstName"});
        var updated = partner.update(new SObject[] {change});
        var upserted = partner.upsert(
                "External_Id__c", new SObject[] {accountKnownAs("X-1", "Renamed"), accountKnownAs("X-77", "Fresh")});
        var read = partner.retrieve("LastName, AccountId", "Contact", new String[] {id});
        var gone = partner.delete(new String[] {id, id});
        var back = partner.undelete(new String[] {id});

        var tooLong = contact("N".repeat(99), account);
        var refused = partner.create(new SObject[] {tooLong})[0].getErrors()[0];
        partner.setAllowFieldTruncationHeader(true);
        var cut = partner.create(new SObject[] {tooLong})[0].getId();

        assertThat(refused.getStatusCode()).isEqualTo(StatusCode.STRING_TOO_LONG);
        assertThat(partner.retrieve("LastName", "Contact", new String[] {cut})[0].getField("LastName"))
                .isEqualTo("N".repeat(80));
        assertThat(made[0].isSuccess()).isTrue();
        assertThat(made[1].getErrors()[0].getStatusCode()).isEqualTo(StatusCode.REQUIRED_FIELD_MISSING);
        assertThat(made[1].getErrors()[0].getFields()).containsExactly("LastName");
        assertThat(updated[0].isSuccess()).isTrue();
        assertThat(upserted).extracting(UpsertResult::isCreated).containsExactly(false, true);
        assertThat(read[0].getField("LastName")).isEqualTo("Newer");
        assertThat(gone[0].isSuccess()).isTrue();
        assertThat(gone[1].getErrors()[0].getStatusCode()).isEqualTo(StatusCode.ENTITY_IS_DELETED);
        assertThat(back[0].isSuccess()).isTrue();
    }

    @Test
    void the_partner_api_names_its_faults_as_the_wsdl_does() throws ConnectionException {
        var partner = partner();

        assertThatThrownBy(() -> partner.query("SELECT Id FORM Account"))
                .isInstanceOfSatisfying(MalformedQueryFault.class, fault -> {
                    assertThat(fault.getColumn()).isEqualTo(11);
                    assertThat(fault.getExceptionMessage()).contains("unexpected token: 'FORM'");
                });
        assertThatThrownBy(() -> partner.query("SELECT Nope FROM Account")).isInstanceOf(InvalidFieldFault.class);
        assertThatThrownBy(() -> partner.query("SELECT Id FROM Nope")).isInstanceOf(InvalidSObjectFault.class);
        assertThatThrownBy(() -> partner.queryMore("01gxx-1")).isInstanceOf(InvalidQueryLocatorFault.class);
        partner.setSessionHeader("00Dx!old");
        assertThatThrownBy(partner::getServerTimestamp)
                .isInstanceOfSatisfying(UnexpectedErrorFault.class, fault -> assertThat(fault.getExceptionCode())
                        .isEqualTo(ExceptionCode.INVALID_SESSION_ID));
    }

    @Test
    void the_partner_api_searches_and_what_it_does_not_know_is_no_operation() throws ConnectionException, IOException {
        var partner = partner();

        var found = partner.search("FIND {Account 1} IN NAME FIELDS RETURNING Account(Name, Owner.Name), Contact")
                .getSearchRecords();

        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.getRecord().getField("Name")).isEqualTo("Account 1");
            assertThat(each.getRecord().getChild("Owner").getField("Name")).isEqualTo("Bob Bärlin");
        });
        assertThatThrownBy(() -> partner.search("FIND Account 1")).isInstanceOf(MalformedSearchFault.class);
        assertThatThrownBy(partner::describeSoftphoneLayout).hasMessageContaining("No operation available for request");
    }

    private static SObject contact(String name, String account) {
        var contact = new SObject("Contact");
        contact.setField("LastName", name);
        contact.setField("AccountId", account);
        return contact;
    }

    private static SObject accountKnownAs(String key, String name) {
        var account = new SObject("Account");
        account.setField("External_Id__c", key);
        account.setField("Name", name);
        return account;
    }

    private PartnerConnection partner() throws ConnectionException {
        var config = config();
        config.setServiceEndpoint(sandbox.info().instanceUrl() + "/services/Soap/u/65.0");
        return Connector.newConnection(config);
    }

    @Test
    void a_bulk_connection_updates_and_queries() throws AsyncApiException, IOException {
        var id = client.idOfAccount("Account 1");
        var bulk = connection();

        var update = batch(bulk, OperationEnum.update, "Id,Territory__c\n" + id + ",Nörth\n");
        var query = batch(bulk, OperationEnum.query, "SELECT Name, Territory__c FROM Account WHERE Id = '" + id + "'");

        assertThat(text(bulk.getBatchResultStream(update.getJobId(), update.getId())))
                .isEqualTo("\"Id\",\"Success\",\"Created\",\"Error\"\n\"" + id + "\",\"true\",\"false\",\"\"\n");
        var results = bulk.getQueryResultList(query.getJobId(), query.getId()).getResult();
        assertThat(text(bulk.getQueryResultStream(query.getJobId(), query.getId(), results[0])))
                .isEqualTo("\"Name\",\"Territory__c\"\n\"Account 1\",\"Nörth\"\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    JSON | [{"Name":"Nörd","Parent":{"External_Id__c":"X-1"},"Rating":null},{"Rating":"Hot"}] | "id":"001 | "statusCode":"REQUIRED_FIELD_MISSING" | "Parent":{"attributes"
                    XML | <sObjects xmlns="http://www.force.com/2009/06/asyncapi/dataload" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><sObject><Name>Nörd</Name><Parent><sObject><External_Id__c>X-1</External_Id__c></sObject></Parent><Rating xsi:nil="true"/></sObject><sObject><Rating>Hot</Rating></sObject></sObjects> | <id>001 | <statusCode>REQUIRED_FIELD_MISSING</statusCode> | <Parent xsi:type="sObject"><type>Account</type><Name>
                    ZIP_CSV | Name,Parent.External_Id__c,Rating~Nörd,X-1,#N/A~,,Hot | "001 | "REQUIRED_FIELD_MISSING: | "Nörd","
                    """)
    void a_bulk_connection_speaks_json_xml_and_zip(
            ContentType content, String rows, String id, String refusal, String parent)
            throws AsyncApiException, IOException {
        var bulk = connection();

        var insert = batch(bulk, OperationEnum.insert, content, rows.replace('~', '\n'));
        var query = batch(
                bulk,
                OperationEnum.query,
                plain(content),
                "SELECT Name, Parent.Name, Rating FROM Account WHERE Name = 'Nörd'");

        assertThat(insert.getNumberRecordsProcessed()).isEqualTo(2);
        assertThat(insert.getNumberRecordsFailed()).isEqualTo(1);
        assertThat(text(bulk.getBatchResultStream(insert.getJobId(), insert.getId())))
                .contains(id, refusal);
        var results = bulk.getQueryResultList(query.getJobId(), query.getId(), plain(content))
                .getResult();
        assertThat(text(bulk.getQueryResultStream(query.getJobId(), query.getId(), results[0])))
                .contains("Nörd", parent)
                .doesNotContain("Hot");
    }

    /** Only what is sent may be zipped. */
    private static ContentType plain(ContentType content) {
        return content == ContentType.ZIP_CSV ? ContentType.CSV : content;
    }

    private static JobInfo closed(JobInfo job) {
        var closed = new JobInfo();
        closed.setId(job.getId());
        closed.setState(JobStateEnum.Closed);
        return closed;
    }

    private BatchInfo batch(BulkConnection bulk, OperationEnum operation, String content) throws AsyncApiException {
        return batch(bulk, operation, ContentType.CSV, content);
    }

    private BatchInfo batch(BulkConnection bulk, OperationEnum operation, ContentType type, String content)
            throws AsyncApiException {
        var job = new JobInfo();
        job.setObject("Account");
        job.setOperation(operation);
        job.setContentType(type);
        job = bulk.createJob(job, type);
        var stream = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        var batch = type == ContentType.ZIP_CSV
                ? bulk.createBatchWithInputStreamAttachments(job, stream, Map.of())
                : bulk.createBatchFromStream(job, stream);
        bulk.updateJob(closed(job), type);
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (batch.getState() != BatchStateEnum.Completed && System.nanoTime() < deadline) {
            batch = bulk.getBatchInfo(job.getId(), batch.getId(), type);
        }
        assertThat(batch.getState()).as(batch.getStateMessage()).isEqualTo(BatchStateEnum.Completed);
        return batch;
    }

    private BulkConnection connection() throws AsyncApiException {
        var config = config();
        config.setRestEndpoint(sandbox.info().instanceUrl() + "/services/async/65.0");
        return new BulkConnection(config);
    }

    private ConnectorConfig config() {
        var config = new ConnectorConfig();
        config.setSessionId(sandbox.info().accessToken());
        return config;
    }

    private static String text(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
