package io.fairpatch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls that Data Loader 67.0 makes, as recorded: over TLS, with trailing slashes, and JSON sent compressed. */
class DataLoaderTest {
    private static final String JOBS = "/services/data/v67.0/jobs/";
    private static final String ENVELOPE =
            """
            <?xml version="1.0" encoding="UTF-8"?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/">\
            <env:Header><SessionHeader xmlns="urn:partner.soap.sforce.com"><sessionId>%s</sessionId></SessionHeader>\
            </env:Header><env:Body><m:%2$s xmlns:m="urn:partner.soap.sforce.com">%3$s</m:%2$s></env:Body></env:Envelope>""";

    private Sandbox sandbox;
    private HttpClient http;

    @BeforeEach
    void start(@TempDir Path folder) throws GeneralSecurityException {
        var config = new SandboxConfig("127.0.0.1", 0, true, 7, null, null, Duration.ofMillis(60), folder);
        sandbox = Sandbox.start(config, TestOrg.data(), Clock.systemUTC());
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new TrustsAll()}, null);
        http = HttpClient.newBuilder().sslContext(tls).build();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void it_signs_in_and_learns_the_fields_by_soap() throws IOException {
        assertThat(sandbox.info().instanceUrl()).startsWith("https://");
        assertThat(soap("getUserInfo", "")).contains("<userId>005", "<organizationId>00D");
        assertThat(soap("describeGlobal", "")).contains("<name>Account</name>");
        assertThat(soap("describeSObject", "<m:sObjectType>Account</m:sObjectType>"))
                .contains("<name>Territory__c</name>");
    }

    @Test
    void it_extracts() throws IOException {
        var csv = extract("SELECT Id, Name FROM Account WHERE Name LIKE 'Account %' ORDER BY Name");

        assertThat(csv.lines()).hasSize(10).first().isEqualTo("\"Id\",\"Name\"");
    }

    @Test
    void it_updates_and_fetches_what_came_of_each_row() throws IOException {
        var id = extract("SELECT Id FROM Account WHERE Name = 'Account 1'")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        var job = JOBS + "ingest/" + create("ingest/", "{\"object\":\"Account\",\"operation\":\"update\"}") + "/";
        var rows = "\"Id\",\"Territory__c\"\n" + id + ",\"Süd\"\n\"001Fp0000000000IAA\",\"Nord\"\n";

        assertThat(send(request(job + "batches/")
                                .header("Content-Type", "text/csv")
                                .PUT(BodyPublishers.ofString(rows)))
                        .statusCode())
                .isEqualTo(201);
        json(request(job), "PATCH", "{\"state\":\"UploadComplete\"}");
        awaitComplete(job);

        assertThat(get(job + "successfulResults/").body().lines()).hasSize(2);
        assertThat(get(job + "failedResults/").body()).contains("INVALID_CROSS_REFERENCE_KEY");
        assertThat(get(job + "unprocessedrecords/").body().lines()).hasSize(1);
        assertThat(extract("SELECT Territory__c FROM Account WHERE Name = 'Account 1'"))
                .contains("Süd");
    }

    private String extract(String soql) throws IOException {
        var job = JOBS + "query/" + create("query/", "{\"operation\":\"query\",\"query\":\"" + soql + "\"}") + "/";
        awaitComplete(job);
        var results = get(job + "results/");
        assertThat(results.headers().firstValue("Sforce-Locator")).hasValue("null");
        return results.body();
    }

    private String create(String path, String body) throws IOException {
        return json(request(JOBS + path).header("Accept", "text/csv"), "POST", body)
                .path("id")
                .asText();
    }

    /** Ends only when the job is complete, as the program does. */
    private void awaitComplete(String job) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!get(job).body().contains("\"JobComplete\"")) {
            assertThat(System.nanoTime()).as(job).isLessThan(deadline);
        }
    }

    private JsonNode json(HttpRequest.Builder request, String method, String body) throws IOException {
        var answer = send(request.header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .method(method, BodyPublishers.ofByteArray(gzip(body))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private String soap(String call, String arguments) throws IOException {
        var body = ENVELOPE.formatted(sandbox.info().accessToken(), call, arguments);
        var answer = send(request("/services/Soap/u/64.0/")
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "\"\"")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(body))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> get(String path) throws IOException {
        return send(request(path).GET());
    }

    /** Sends the session twice, the second time in the odd form of the program. */
    private HttpRequest.Builder request(String path) {
        var token = sandbox.info().accessToken();
        return HttpRequest.newBuilder(URI.create(sandbox.info().instanceUrl() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("X-SFDC-Session", "Bearer Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** The certificate is made at start; the program is told to trust it. */
    private static final class TrustsAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
