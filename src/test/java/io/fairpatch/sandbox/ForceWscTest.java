package io.fairpatch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sforce.async.AsyncApiException;
import com.sforce.async.BatchInfo;
import com.sforce.async.BatchStateEnum;
import com.sforce.async.BulkConnection;
import com.sforce.async.ContentType;
import com.sforce.async.JobInfo;
import com.sforce.async.OperationEnum;
import com.sforce.soap.partner.Connector;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Salesforce's own Java client, unmodified. */
class ForceWscTest {
    private Sandbox sandbox;
    private Client client;

    @BeforeEach
    void start(@TempDir Path folder) {
        sandbox = TestOrg.start(folder);
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void the_partner_api_tells_who_is_signed_in() throws ConnectionException {
        var config = config();
        config.setServiceEndpoint(sandbox.info().instanceUrl() + "/services/Soap/u/65.0");

        var user = Connector.newConnection(config).getUserInfo();

        assertThat(user.getUserName()).isEqualTo(sandbox.info().jwtUsername());
        assertThat(user.getOrganizationId()).isEqualTo(sandbox.info().orgId());
        assertThat(user.getUserFullName()).isEqualTo("Fairpatch Integration");
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

    private BatchInfo batch(BulkConnection bulk, OperationEnum operation, String content) throws AsyncApiException {
        var job = new JobInfo();
        job.setObject("Account");
        job.setOperation(operation);
        job.setContentType(ContentType.CSV);
        job = bulk.createJob(job);
        var batch = bulk.createBatchFromStream(job, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        bulk.closeJob(job.getId());
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (batch.getState() != BatchStateEnum.Completed && System.nanoTime() < deadline) {
            batch = bulk.getBatchInfo(job.getId(), batch.getId());
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
