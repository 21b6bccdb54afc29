package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every way in, for nobody and for every role, against the table in {@code role-matrix.csv}. */
@Tag("H1")
class RoleMatrixTest {
    private static final List<String> PEOPLE = List.of("nobody", "anton", "olga", "aida", "mona", "rita", "vera");
    private static final String DUMMY = "001000000000000";

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Test
    void each_way_in_is_open_to_whom_the_table_names_and_to_nobody_else() throws IOException, InterruptedException {
        try (var server = new PaperServer()) {
            var tokens = new TreeMap<String, String>();
            for (String person : PEOPLE.subList(1, PEOPLE.size())) {
                tokens.put(person, server.token(person));
            }
            Map<String, String> table = table();
            var found = new TreeMap<String, String>();
            for (String way : ways(server)) {
                found.put(way, opens(server, way, tokens));
            }
            assertThat(found).isEqualTo(table);
        }
    }

    private static List<String> ways(PaperServer server) {
        return server.part(Router.class)
                .uriRoutes()
                .filter(route ->
                        route.getHttpMethod() != HttpMethod.HEAD && route.getHttpMethod() != HttpMethod.OPTIONS)
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .distinct()
                .sorted()
                .toList();
    }

    private String opens(PaperServer server, String way, Map<String, String> tokens)
            throws IOException, InterruptedException {
        var opens = new ArrayList<String>();
        for (String person : PEOPLE) {
            opens.add(open(server, way, tokens.get(person)) ? person : "-");
        }
        return String.join(",", opens);
    }

    private boolean open(PaperServer server, String way, @Nullable String token)
            throws IOException, InterruptedException {
        String[] parts = way.split(" ", 2);
        String path = parts[1].replaceAll("\\{[^}]*(account|rep|to)[^}]*}", DUMMY)
                .replaceAll("\\{[^}]*(number|seq)[^}]*}", "1")
                .replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000000");
        var request = HttpRequest.newBuilder(server.uri(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        boolean api = path.startsWith("/api/");
        request.header("Content-Type", api ? "application/json" : "application/x-www-form-urlencoded")
                .header("If-Match", "\"1\"")
                .method(
                        parts[0],
                        HttpRequest.BodyPublishers.ofString(parts[0].equals("GET") ? "" : api ? "{}" : "a=b"));
        var answer = Promised.kept(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        assertThat(answer.statusCode()).as(way).isLessThan(500);
        boolean door = answer.statusCode() == 303
                && answer.headers().firstValue("Location").orElse("").startsWith("/sign-in");
        boolean signsOut = path.equals("/sign-out");
        return answer.statusCode() != 401 && answer.statusCode() != 403 && (!door || signsOut && token != null);
    }

    private static Map<String, String> table() throws IOException {
        try (InputStream in = RoleMatrixTest.class.getResourceAsStream("/role-matrix.csv")) {
            if (in == null) {
                throw new IllegalStateException("role-matrix.csv is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(",", 2))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        }
    }
}
