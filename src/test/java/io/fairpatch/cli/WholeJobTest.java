package io.fairpatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole job by commands alone, each as its own process would run it, on the practice org. */
class WholeJobTest extends CommandsOnAnOrg {
    private static final int ACCOUNTS = 200;

    WholeJobTest() {
        super(ACCOUNTS);
    }

    @Test
    void two_people_bring_a_plan_into_the_org_and_nothing_is_left_to_change() throws IOException, InterruptedException {
        int lines = propose();
        run(0, "people", "add", "andrea", "--display", "Andrea", "--role", "approver,ops");
        run(0, "people", "add", "olivia", "--display", "Olivia", "--role", "ops");
        assertThat(code(run(6, "approve", "--as", "andrea", "--yes"))).isEqualTo("FP6000");
        var andrea = token("andrea");
        var olivia = token("olivia");

        restart(Map.of("FAIRPATCH_TOKEN", andrea));
        assertThat(code(run(2, "approve", "--as", "andrea"))).isEqualTo("FP9000");
        assertThat(code(run(6, "approve", "--as", "olivia", "--yes"))).isEqualTo("FP6000");
        assertThat(run(0, "approve", "--as", "andrea", "--yes").get("state").asText())
                .isEqualTo("APPROVED");
        assertThat(code(run(8, "commit", "--as", "andrea", "--yes"))).isEqualTo("FP7000");

        allowWrites();
        sandbox("POST", "state", "{\"kind\":\"territory-model\"}");
        restart(Map.of("FAIRPATCH_TOKEN", andrea));
        assertThat(code(run(8, "commit", "--as", "andrea", "--yes"))).isEqualTo("FP6013");
        restart(Map.of("FAIRPATCH_TOKEN", olivia));
        sandbox("POST", "faults", "{\"kind\":\"401\",\"match\":\"GET /services/data/*/jobs/ingest/*\",\"count\":99}");
        var doubtful = run(5, "commit", "--as", "olivia", "--yes");
        assertThat(doubtful.at("/moves/unknown").asInt()).isPositive();
        sandbox("DELETE", "faults", "");
        var committed = run(0, "commit", "--as", "olivia", "--yes");
        assertTerritoriesTold(committed);
        assertThat(run(8, "commit", "--as", "olivia", "--yes")
                        .at("/error/advice")
                        .asText())
                .as("a commit that had ended already leads to what it wrote")
                .endsWith(
                        "./fairpatch export --receipts " + committed.get("run").asText());
        assertThat(committed.at("/moves/committed").asInt()
                        + committed.at("/stamps/committed").asInt())
                .isEqualTo(lines);
        assertThat(run(0, "diff").get("changes")).isEmpty();
        assertParted();
        assertExported(committed.get("proposal").asText(), doubtful.get("run").asText(), lines);
        assertLookedAt();
    }

    /** The org's own territories follow, but for those it has not: said before, and counted after. */
    private void assertTerritoriesTold(JsonNode committed) {
        assertThat(said())
                .contains("No other field.")
                .contains("does not have exactly one territory of each of these names: ");
        assertThat(committed.at("/beside/refused").asInt()).isPositive();
        assertThat(committed.at("/beside/why/0").asText())
                .startsWith("NO_TERRITORY - The active territory model has no territory of this name - ");
    }

    /** The undo is parted in two: each phase is a draft that a command submits. */
    private void assertParted() {
        var undo = run(0, "undo", "--as", "olivia", "--yes").get("undo").asText();
        var phases = run(0, "phases", undo, "--count", "2", "--as", "olivia").get("phases");
        assertThat(phases).hasSize(2);
        assertThat(said()).contains("./fairpatch submit " + undo);
        var later = phases.get(1).get("proposal").asText();
        assertThat(run(0, "phases", later).at("/phases/1/state").asText()).isEqualTo("DRAFT");
        assertThat(run(8, "decide", later, "--all", "--decision", "approved", "--as", "olivia", "--yes")
                        .at("/error/advice")
                        .asText())
                .contains("./fairpatch submit " + later);
        var submitted = run(0, "submit", later, "--as", "olivia");
        assertThat(submitted.get("state").asText()).isEqualTo("IN_REVIEW");
        assertThat(submitted.get("moves").asInt())
                .isEqualTo(phases.get(1).get("moves").asInt());
        assertThat(code(run(8, "submit", later, "--as", "olivia"))).isEqualTo("FP6011");
    }

    /** Scores, weights and questions by commands: looked at by anybody, changed by a person with a reason. */
    private void assertLookedAt() throws IOException {
        var top = run(0, "accounts", "--top", "3").get("rows");
        assertThat(top).hasSize(3);
        var best = run(0, "accounts", top.get(0).get("id").asText());
        assertThat(best.get("sentence").asText())
                .contains(top.get(0).get("score").asText() + " of 100");
        assertThat(code(run(2, "accounts", "nobody"))).isEqualTo("FP6100");
        var file = folder.resolve("accounts.csv");
        assertThat(run(0, "accounts", "--out", file.toString()).get("rows").asInt())
                .isEqualTo(ACCOUNTS);
        assertThat(Files.readAllLines(file)).hasSize(ACCOUNTS + 1);

        assertThat(code(run(2, "weights", "--set", "fit=0.6", "--as", "olivia")))
                .isEqualTo("FP9000");
        String[] change = {"weights", "--set", "fit=0.6", "--set", "intent=0.2", "--as", "olivia", "--reason", "try"};
        assertThat(run(0, change).get("version").asInt()).isEqualTo(2);
        assertThat(run(0, "weights").at("/weights/fit").asDouble()).isEqualTo(0.6);
        run(0, "questions", "MODEL", "By region", "--as", "olivia");
        assertThat(run(0, "questions").at("/questions/0/answer").asText()).isEqualTo("By region");
    }

    /** From an empty folder to a proposal in review; answers its lines. */
    private int propose() {
        run(0, "init");
        run(0, "sync");
        run(0, "score");
        run(0, "plan");
        var proposed = run(0, "propose");
        assertThat(code(run(8, "propose"))).as("the same plan again").isEqualTo("FP6011");
        int lines = proposed.get("moves").asInt() + proposed.get("stamps").asInt();
        assertThat(lines).isEqualTo(ACCOUNTS);
        assertThat(run(3, "diff").get("changes"))
                .hasSize(lines)
                .allSatisfy(change -> assertThat(change.get("account").asText()).startsWith("001"));
        return lines;
    }

    private void assertExported(String proposal, String run, int lines) throws IOException {
        var file = folder.resolve("lines.csv");
        run(0, "export", proposal, "--out", file.toString());
        assertThat(Files.readAllLines(file)).hasSize(lines + 1);
        run(0, "export", "--receipts", run, "--out", folder.toString());
        assertThat(Files.readAllLines(folder.resolve(run + "-success.csv"))).hasSize(lines + 1);
        assertThat(Files.readAllLines(folder.resolve(run + "-error.csv"))).hasSize(1);
    }

    private void sandbox(String method, String control, String body) throws IOException, InterruptedException {
        var uri = URI.create(sandbox.info().instanceUrl() + "/__sandbox/" + control);
        var request = HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.ofString(body));
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    private String token(String person) {
        return run(0, "token", "--as", person).get("token").asText();
    }

    private void allowWrites() throws IOException {
        var policy = folder.resolve("config/write-policy.yml");
        Files.writeString(
                policy,
                Files.readString(policy)
                        .replace("writes: disabled", "writes: enabled")
                        .replace("territories: false", "territories: true")
                        .replace("orgId: null", "orgId: " + sandbox.info().orgId()));
    }

    private static String code(JsonNode answer) {
        return answer.get("code").asText();
    }
}
