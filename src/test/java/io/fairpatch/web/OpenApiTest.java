package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fairpatch.web.api.Description;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What callers rely on stays: {@code docs/openapi.yml} is the promise, the description made from the code keeps it. Adding
 * is free; the promise is renewed by {@code mvn test -Dtest=OpenApiTest -Dopenapi.write=true}.
 */
class OpenApiTest {
    private static final Path PROMISE = Path.of("docs/openapi.yml");

    private final YAMLMapper yaml = new YAMLMapper();

    @Test
    void nothing_that_was_promised_is_gone_or_asks_for_more() throws IOException {
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(PROMISE, Description.read());
        }
        JsonNode promised = yaml.readTree(PROMISE.toFile());
        JsonNode now = yaml.readTree(Description.read());

        assertThat(broken(promised, now)).isEmpty();
        assertThat(promised.at("/paths")).hasSizeGreaterThan(20);
    }

    @Test
    void every_call_says_how_it_answers_and_fails_and_has_a_name_of_its_own() throws IOException {
        JsonNode paths = yaml.readTree(Description.read()).at("/paths");
        var names = new ArrayList<String>();
        var silent = new ArrayList<String>();
        paths.fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(call -> {
            names.add(call.getValue().path("operationId").asText());
            JsonNode responses = call.getValue().path("responses");
            boolean text = responses.findValues("application/json").stream()
                    .anyMatch(content -> content.at("/schema/type").asText().equals("string"));
            if (text || !responses.has("default")) {
                silent.add(call.getKey() + " " + path.getKey());
            }
        }));

        assertThat(silent).isEmpty();
        assertThat(names).doesNotHaveDuplicates().contains("getProposals", "postProposalsIdCommits");
    }

    @Test
    void a_path_that_goes_and_a_field_that_becomes_needed_are_noticed() throws IOException {
        JsonNode before = yaml.readTree(
                """
                paths:
                  /a: {get: {parameters: [{name: x, in: query}]}, post: {}}
                components: {schemas: {B: {properties: {c: {type: string}, d: {type: integer}}}}}
                """);
        JsonNode after = yaml.readTree(
                """
                paths:
                  /a: {get: {parameters: [{name: x, in: query}, {name: y, in: query, required: true}]}}
                components: {schemas: {B: {properties: {c: {type: integer}}}}}
                """);

        assertThat(broken(before, after))
                .containsExactly("get /a now needs y", "post /a is gone", "B.c is of another type", "B.d is gone");
        assertThat(broken(before, before)).isEmpty();
    }

    private static List<String> broken(JsonNode promised, JsonNode compiled) {
        var broken = new ArrayList<String>();
        promised.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(call -> {
                    JsonNode now = compiled.path("paths").path(path.getKey()).path(call.getKey());
                    String name = call.getKey() + " " + path.getKey();
                    if (now.isMissingNode()) {
                        broken.add(name + " is gone");
                    } else {
                        parameters(name, call.getValue(), now, broken);
                    }
                }));
        promised.path("components")
                .path("schemas")
                .fields()
                .forEachRemaining(schema -> schema(
                        schema.getKey(),
                        schema.getValue(),
                        compiled.at("/components/schemas/" + schema.getKey()),
                        broken));
        return broken;
    }

    private static void parameters(String name, JsonNode before, JsonNode now, List<String> broken) {
        before.path("parameters").forEach(parameter -> {
            if (named(now, parameter) == null) {
                broken.add(name + " no longer takes " + parameter.path("name").asText());
            }
        });
        now.path("parameters").forEach(parameter -> {
            if (parameter.path("required").asBoolean() && named(before, parameter) == null) {
                broken.add(name + " now needs " + parameter.path("name").asText());
            }
        });
    }

    private static @Nullable JsonNode named(JsonNode call, JsonNode parameter) {
        return StreamSupport.stream(call.path("parameters").spliterator(), false)
                .filter(one -> one.path("name").equals(parameter.path("name"))
                        && one.path("in").equals(parameter.path("in")))
                .findFirst()
                .orElse(null);
    }

    private static void schema(String name, JsonNode before, JsonNode now, List<String> broken) {
        before.path("properties").fields().forEachRemaining(property -> {
            JsonNode other = now.path("properties").path(property.getKey());
            if (other.isMissingNode()) {
                broken.add(name + "." + property.getKey() + " is gone");
            } else if (!other.path("type").equals(property.getValue().path("type"))
                    || !other.path("$ref").equals(property.getValue().path("$ref"))) {
                broken.add(name + "." + property.getKey() + " is of another type");
            }
        });
        before.path("enum").forEach(value -> {
            if (StreamSupport.stream(now.path("enum").spliterator(), false).noneMatch(value::equals)) {
                broken.add(name + " no longer has " + value.asText());
            }
        });
    }
}
