package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reason that no move can have would decide on nothing: the write policy takes those of the planner alone. */
@Tag("H13")
class RuleWordsTest {
    @Test
    void the_write_policy_knows_every_reason_of_the_planner_and_no_other() throws IOException {
        var schema = new ObjectMapper()
                .readTree(Path.of("connector-config/write-policy.schema.json").toFile());
        var known = schema.at("/properties/decides/properties/routine/properties/reasons/items/enum");

        assertThat(known)
                .extracting(word -> word.asText())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Arrays.stream(Rule.values()).map(Rule::words), Stream.of("by hand"))
                                .toList());
    }
}
