package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static io.fairpatch.sandbox.PackageFiles.zip;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.data.OrgData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test gets an org before the install, which keeps what is deployed, and a client that deploys. */
abstract class OrgToDeployTo {
    static final String DEPLOYS = DATA + "/metadata/deployRequest";

    SandboxConfig config;
    Sandbox sandbox;
    Client client;

    @BeforeEach
    void start(@TempDir Path folder) {
        config = TestOrg.config(folder).withoutInstall().keptIn(folder.resolve("journal"));
        open(TestOrg.data());
    }

    final void open(OrgData data) {
        sandbox = Sandbox.start(config, data, Clock.systemUTC());
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    String begin(Map<String, String> files, boolean checkOnly) throws IOException {
        var head = "--b\r\nContent-Disposition: form-data; name=\"json\"\r\nContent-Type: application/json\r\n\r\n"
                + "{\"deployOptions\":{\"checkOnly\":" + checkOnly + "}}\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"p.zip\"\r\n"
                + "Content-Type: application/zip\r\n\r\n";
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(zip(files));
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.post(DEPLOYS, body.toByteArray(), "multipart/form-data; boundary=b")
                .path("id")
                .asText();
    }

    JsonNode deploy(Map<String, String> files, boolean checkOnly) throws IOException {
        var id = begin(files, checkOnly);
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < deadline) {
            var result = client.json("GET", DEPLOYS + "/" + id + "?includeDetails=true", "")
                    .path("deployResult");
            if (result.path("done").asBoolean()) {
                return result;
            }
        }
        throw new IOException("deploy " + id + " did not end");
    }

    String ended(String id) throws IOException {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < deadline) {
            var result = metadata("<checkDeployStatus><asyncProcessId>" + id + "</asyncProcessId>"
                    + "<includeDetails>true</includeDetails></checkDeployStatus>");
            if (result.contains("<done>true</done>")) {
                return result;
            }
        }
        throw new IOException("deploy " + id + " did not end");
    }

    String metadata(String call) throws IOException {
        var envelope = "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns=\"http://soap.sforce.com/2006/04/metadata\"><e:Header><SessionHeader><sessionId>"
                + sandbox.info().accessToken() + "</sessionId></SessionHeader></e:Header><e:Body>" + call
                + "</e:Body></e:Envelope>";
        return client.send("POST", "/services/Soap/m/66.0", envelope, "Content-Type", "text/xml")
                .body();
    }

    static Map<String, Boolean> created(JsonNode result) {
        var created = new LinkedHashMap<String, Boolean>();
        for (var each : result.path("details").path("componentSuccesses")) {
            created.put(each.path("fullName").asText(), each.path("created").asBoolean());
        }
        return created;
    }

    int sets() throws IOException {
        return client.query("SELECT Id FROM PermissionSet WHERE Name = 'Reps'")
                .path("totalSize")
                .asInt();
    }
}
