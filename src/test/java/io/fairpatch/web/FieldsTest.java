package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.store.AuditLog;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every free field of every form that a link leads to, and every text of every call of the API, takes each kind of
 * attack as plain text: no failure, no tag, no header, no line of a log.
 */
class FieldsTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final int MOST_PAGES = 200;
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("<form[^>]*method=\"post\"[^>]*>.*?</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("<(input|textarea|select)([^>]*)>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");
    private static final Pattern TYPE = Pattern.compile("type=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");
    private static final Set<String> KEPT = Set.of("csrf", "revision", "account", "version");

    private static PaperServer server;
    private static Visitor olga;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        server = new PaperServer();
        new PaperScores(server);
        olga = new Visitor(server, "olga");
        olga.post("/proposals/" + server.proposal() + "/submit", Map.of());
        olga.post("/triggers/look", Map.of());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** A form: where it goes, what it carries, and what can be typed. */
    private record Form(String action, Map<String, String> carried, Set<String> free) {}

    @Test
    void no_field_of_any_form_makes_more_than_text_of_what_is_typed() throws IOException, InterruptedException {
        Map<String, Form> forms = new LinkedHashMap<>();
        Set<String> pages = crawl(forms);
        assertThat(pages).hasSizeGreaterThan(50);
        assertThat(forms).hasSizeGreaterThan(8);
        var failed = new ArrayList<String>();
        for (Form form : forms.values()) {
            for (String text : oneOfEachKind()) {
                var fields = new LinkedHashMap<>(form.carried());
                form.free().forEach(name -> fields.put(name, text));
                var answer = olga.post(form.action(), fields);
                if (answer.statusCode() >= 500
                        || answer.headers().firstValue("X-Injected").isPresent()) {
                    failed.add(form.action() + " " + form.free() + " " + answer.statusCode() + " for " + text);
                }
            }
        }
        assertThat(failed).isEmpty();
        for (String page : pages) {
            CorpusTest.requireHarmless(page, olga.get(page).body());
        }
        assertThat(server.part(AuditLog.class).verify(PaperOrg.ID)).isEmpty();
        assertThat(server.part(ProposalQueries.class).list(PaperOrg.ID)).isNotEmpty();
    }

    @Test
    void no_call_of_the_api_fails_at_any_text() throws IOException, InterruptedException {
        JsonNode promised =
                new YAMLMapper().readTree(Path.of("docs/openapi.yml").toFile());
        var client = HttpClient.newHttpClient();
        String token = server.token("olga");
        var failed = new ArrayList<String>();
        int calls = 0;
        for (var path : promised.path("paths").properties()) {
            JsonNode schema = path.getValue().at("/post/requestBody/content/application~1json/schema/$ref");
            if (schema.isMissingNode()) {
                continue;
            }
            JsonNode body = promised.at(schema.asText().substring(1));
            for (String text : oneOfEachKind()) {
                var answer = client.send(
                        HttpRequest.newBuilder(server.uri(path.getKey().replaceAll("\\{[^}]+}", server.proposal())))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("If-Match", "\"1\"")
                                .POST(HttpRequest.BodyPublishers.ofString(filled(body, text)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                calls++;
                if (answer.statusCode() >= 500 || answer.body().contains("Exception")) {
                    failed.add(path.getKey() + " " + answer.statusCode() + " for " + text);
                }
            }
        }
        assertThat(failed).isEmpty();
        assertThat(calls).isGreaterThan(60);
    }

    private static String filled(JsonNode schema, String text) throws IOException {
        ObjectNode body = new ObjectMapper().createObjectNode();
        for (var property : schema.path("properties").properties()) {
            if (property.getValue().path("type").toString().contains("\"string\"")) {
                body.put(property.getKey(), text);
            }
        }
        return new ObjectMapper().writeValueAsString(body);
    }

    private static Set<String> crawl(Map<String, Form> forms) throws IOException, InterruptedException {
        var seen = new LinkedHashSet<String>();
        var next = new ArrayList<>(List.of("/"));
        while (!next.isEmpty() && seen.size() < MOST_PAGES) {
            String page = next.remove(0);
            if (!seen.add(page)) {
                continue;
            }
            String body = olga.get(page).body();
            FORM.matcher(body).results().forEach(found -> add(found.group(), forms));
            LINK.matcher(body)
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .filter(
                            link -> !link.matches(
                                    "/(assets|webjars|outlines|org/connect|sign-).*|.*[?&]offset=.*|.*[<>\"'{}|\\\\^ `].*|.*&lt;.*"))
                    .filter(link -> !seen.contains(link) && kinds(seen, link) < 6)
                    .forEach(next::add);
        }
        return seen;
    }

    /** How many pages of this kind were seen: the same path but for ids, settings and filters. */
    private static long kinds(Set<String> seen, String link) {
        String kind = kind(link);
        return seen.stream().filter(page -> kind(page).equals(kind)).count();
    }

    private static String kind(String link) {
        return link.replaceAll("\\?.*", "").replaceAll("[A-Za-z0-9]{15,}|P\\d{6}-\\d+", "*");
    }

    private static void add(String html, Map<String, Form> forms) {
        String action = first(ACTION, html).replace("&amp;", "&");
        var carried = new LinkedHashMap<String, String>();
        var free = new LinkedHashSet<String>();
        FIELD.matcher(html).results().forEach(found -> {
            String attributes = found.group(2);
            String name = first(NAME, attributes);
            String type = first(TYPE, attributes);
            if (name.isEmpty()) {
                return;
            }
            if (type.equals("hidden") || KEPT.contains(name)) {
                carried.putIfAbsent(name, first(VALUE, attributes));
            } else {
                free.add(name);
            }
        });
        if (!free.isEmpty()) {
            forms.putIfAbsent(kind(action) + free, new Form(action, carried, free));
        }
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static List<String> oneOfEachKind() throws IOException {
        var texts = new ArrayList<String>();
        try (var files = Files.list(CORPUS)) {
            for (Path file : files.sorted().toList()) {
                texts.add(Files.readAllLines(file).get(0));
            }
        }
        return texts;
    }
}
