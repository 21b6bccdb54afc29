package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A manager is asked for what waits for the own word alone, by the same number everywhere, and not again once it is said. */
@Tag("H1")
class ManagersWordTest {
    private static final Pattern WAIT = Pattern.compile("(\\d+) moves of your team in \\S+ wait for your word");

    @Test
    void what_a_manager_is_asked_for_is_listed_and_ends_with_the_word() throws IOException, InterruptedException {
        try (var server = new PaperServer()) {
            String path = "/proposals/" + server.proposal();
            new Visitor(server, "olga").post(path + "/submit", Map.of());
            var mona = new Visitor(server, "mona");
            int asked = asked(mona);
            assertThat(asked).isPositive();

            String list = "?word=" + PaperPlan.EAST.value();
            assertThat(mona.get("/").body()).contains(path + list + "#moves");
            assertThat(mona.get(path + list).body())
                    .contains("of " + asked + " moves", "Approve all " + asked + " that match and wait for your word");
            assertThat(mona.get(path).body()).contains(path + list + "#moves", "Approve all " + asked + " that match");

            mona.post(
                    path + "/decisions",
                    Map.of("act", "decline-all", "note", "Not now", "query", "word=" + PaperPlan.EAST));

            assertThat(asked(mona)).isZero();
            assertThat(mona.get(path + list).body()).contains("No move matches.");
            assertThat(new Visitor(server, "milo")
                            .get(path + "?word=" + PaperPlan.WEST)
                            .body())
                    .as("between teams the other manager is asked still")
                    .contains("that match and wait for your word");
        }
    }

    private static int asked(Visitor manager) throws IOException, InterruptedException {
        var found = WAIT.matcher(manager.get("/").body());
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
