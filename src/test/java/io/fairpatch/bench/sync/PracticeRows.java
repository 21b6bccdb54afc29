package io.fairpatch.bench.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The answer of a practice org to a bulk query, as lines of CSV; the first is the header. */
record PracticeRows(URI org, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JOBS = "/services/data/v66.0/jobs/query";

    List<String> of(String soql) throws IOException, InterruptedException {
        var made = send("POST", JOBS, JSON.writeValueAsString(Map.of("operation", "query", "query", soql)));
        var job = JOBS + "/" + JSON.readTree(made).path("id").asText();
        while (!JSON.readTree(send("GET", job, "")).path("state").asText().equals("JobComplete")) {
            LockSupport.parkNanos(20_000_000);
        }
        // no value of the practice org's accounts has a line end in it
        return Arrays.asList(send("GET", job + "/results", "").split("\n"));
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(org.resolve(path))
                .header("Authorization", token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
