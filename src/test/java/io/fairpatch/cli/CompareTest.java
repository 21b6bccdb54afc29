package io.fairpatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.app.wiring.House;
import io.fairpatch.jobs.DyingPropose;
import io.fairpatch.jobs.Jobs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scenarios from the org to a proposal: by command, on the page, through the API. */
class CompareTest extends CommandsOnAnOrg {
    private final HttpClient client = HttpClient.newHttpClient();

    CompareTest() {
        super(90);
    }

    @Test
    @Tag("D21")
    @Tag("E7")
    @Tag("E9")
    @Tag("E11")
    void scenarios_stand_side_by_side_and_one_becomes_a_proposal() throws IOException, InterruptedException {
        Stream.of("init", "sync", "score").forEach(word -> run(0, word));
        assertThat(run(2, "compare", "--scenario", "sideways").get("code").asText())
                .isEqualTo("FP5020");
        var compared = run(0, "compare", "--remedies");
        assertThat(compared.get("scenarios")).hasSize(4);
        remedies(compared.get("remedies"));
        assertThat(run(2, "propose").get("code").asText())
                .as("a comparison makes no plan that is proposed by itself")
                .isEqualTo("FP5000");
        assertThat(run(8, "propose", "--scenario", "scale:reps=1").get("code").asText())
                .isEqualTo("FP5022");
        var planned = planned();
        assertThat(planned.get("bindings")).isNotNull();
        run(0, "people", "add", "olivia", "--display", "Olivia", "--role", "ops");
        var token = run(0, "token", "--as", "olivia").get("token").asText();
        restart(Map.of());
        var house = installation.open(new House.Address("127.0.0.1", 0));
        pages(house, house.serve(), token, compared);
        reasons(house.serve(), token, planned);
    }

    /** Three ways to fair books, each with what it takes: moves, hires or quotas. */
    private static void remedies(JsonNode remedies) {
        assertThat(remedies.findValuesAsText("name")).containsExactly("Move accounts", "Change reps", "Adjust quotas");
        assertThat(remedies.get(0).get("moves").asInt()).isPositive();
        assertThat(remedies.get(0).get("hires").asInt()).isZero();
        assertThat(remedies.get(1).get("hires").asInt()).isEqualTo(1);
        assertThat(remedies.get(2).get("moves").asInt()).isZero();
        assertThat(remedies.get(2).get("quotaPassed").asDouble()).isBetween(0.001, 1.0);
        assertThat(remedies.get(2).get("potential").asDouble()).isEqualTo(1);
    }

    /** The usual plan; one whose time is over at once takes fewer steps and says why. */
    private JsonNode planned() {
        assertThat(run(2, "plan", "--seconds", "0").get("code").asText()).isEqualTo("FP9000");
        var hurried = run(0, "plan", "--seconds", "0.000000001");
        var usual = run(0, "plan");
        assertThat(hurried.get("steps").asLong()).isLessThan(usual.get("steps").asLong());
        assertThat(hurried.get("why").toString()).contains("ended by its time limit");
        assertThat(usual.get("why").toString()).doesNotContain("time limit");
        return usual;
    }

    /** What holds the plan back, how it came about, and why each account moves. */
    private void reasons(URI root, String token, JsonNode planned) throws IOException, InterruptedException {
        String path = "/plans/" + planned.get("plan");
        assertThat(get(root, "/plans", token))
                .contains("What holds the plan back", "fp-course__cost", "The same as a table", path + "/moves/")
                .contains("Plans so far", "Usual plan <span class=\"fp-badge\">shown</span>", "Quarterly, compared");
        var plan = read(get(root, "/api/v1" + path, token));
        var course = plan.get("course");
        assertThat(course).hasSizeGreaterThan(1);
        assertThat(course.get(course.size() - 1).get("costCents").asDouble())
                .isEqualTo(plan.get("costCents").asDouble());
        for (var point : course) {
            assertThat(point.path("boundCents").asDouble())
                    .isLessThanOrEqualTo(plan.get("costCents").asDouble());
        }
        var found = Pattern.compile(path + "/moves/(\\w{18})").matcher(get(root, path, token));
        assertThat(found.find()).isTrue();
        var move = read(get(root, "/api/v1" + path + "/moves/" + found.group(1), token));
        double sum = 0;
        for (var reason : move.get("reasons")) {
            sum += reason.get("cents").asDouble();
        }
        assertThat(sum).isEqualTo(move.get("worthCents").asDouble());
        assertThat(move.get("staysIf").asText()).isNotBlank();
        assertThat(get(root, path + "/moves/" + found.group(1), token)).contains("Why this rep and no other");
        assertThat(get(root, "/api/v1/plans/999999", token)).contains("FP5023");
        choices(root, token, path, found.group(1), move.get("to").asText());
    }

    /** By hand the last choice holds; what contradicts or can't be read is refused, and nothing good is said of it. */
    private void choices(URI root, String token, String path, String account, String rep)
            throws IOException, InterruptedException {
        String pair = account + ":" + rep;
        String now = "account=" + account + "&rep=" + rep + "&what=";
        assertThat(get(root, path + "?not=" + pair + "&" + now + "pin", token))
                .contains("name=\"pin\" value=\"" + pair + "\"", "Plan the rest again")
                .doesNotContain("name=\"not\"");
        assertThat(get(root, path + "?pin=" + pair + "&not=" + pair, token))
                .contains("Two choices for the account " + account + " contradict")
                .doesNotContain("All rules and bands hold", "Plan the rest again");
        var both = "{\"pins\":{\"%1$s\":\"%2$s\"},\"forbidden\":{\"%1$s\":[\"%2$s\"]}}".formatted(account, rep);
        assertThat(post(root, "/api/v1" + path + "/what-if", token, both).body())
                .contains("FP5000", "contradict");
    }

    private void pages(House house, URI root, String token, JsonNode compared)
            throws IOException, InterruptedException {
        house.beans().getBean(Jobs.class).start();
        var page = get(root, "/scenarios", token);
        assertThat(page)
                .contains(
                        "fairest",
                        "Quarterly",
                        "href=\"/plans/",
                        "Propose this one",
                        "Adjust quotas",
                        "Goals, traded off in money",
                        "Hard rules, never broken",
                        "<svg class=\"fp-scatter\"");
        assertThat(page).contains("needs reps to be hired first");

        var again = post(root, "/api/v1/scenarios", token, "{\"scenarios\":[\"quarterly\"]}");
        assertThat(again.statusCode()).isEqualTo(202);
        await(house, again);
        var all = read(get(root, "/api/v1/scenarios", token)).get("items");
        assertThat(all).hasSize(4);
        var quarterly = named(all, "quarterly");
        assertThat(quarterly.get("digest").asText())
                .as("the same inputs give the same plan, in another process too")
                .isEqualTo(compared.get("scenarios").get(2).at("/result/digest").asText());
        assertThat(get(root, "/api/v1/scenarios/999999", token)).contains("FP5021");

        var proposed = post(root, "/api/v1/scenarios/" + quarterly.get("id") + "/propose", token, "");
        assertThat(proposed.statusCode()).isEqualTo(202);
        await(house, proposed);
        var proposal = read(get(root, "/api/v1/proposals", token)).at("/items/0");
        assertThat(proposal.at("/moves/total").asInt())
                .isEqualTo(quarterly.get("moves").asInt())
                .isPositive();
        new DyingPropose(house.beans(), sandbox.info().orgId()).makesOneProposalAndSubmitsIt("olivia");
    }

    private static JsonNode named(JsonNode all, String scenario) {
        for (var one : all) {
            if (one.get("scenario").asText().equals(scenario)) {
                return one;
            }
        }
        throw new AssertionError(scenario + " is not among " + all);
    }

    private static void await(House house, HttpResponse<String> accepted) {
        String job = accepted.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        house.beans().getBean(Jobs.class).await(UUID.fromString(job), view -> {});
    }

    private String get(URI root, String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> post(URI root, String path, String token, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
