package io.fairpatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.review.RepLetter.Change;
import io.fairpatch.review.RepLetter.Stays;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a rep reads of a change. */
@Tag("H16")
class RepLetterTest {
    @Test
    void it_says_in_plain_words_what_comes_and_goes() {
        var letter = RepLetter.of(
                "Ana Ruiz",
                "West 1",
                84,
                120_000_000,
                0.98,
                LocalDate.of(2026, 4, 1),
                List.of(new Change("Acme", "Assigned to Ana Ruiz, who is 16 km away.")),
                List.of(new Change("Globex", "Assigned to Ben Öz to keep territories balanced.")),
                List.of(new Stays("Initech", true, Unwritten.REJECTED), new Stays("Hooli", false, Unwritten.DRIFTED)));

        assertThat(letter)
                .containsExactly(
                        "From 2026-04-01 your territory West 1 has 84 accounts with a potential of 1,200,000 a year, 98 % of your target.",
                        "1 account comes to you.",
                        "Acme: Assigned to Ana Ruiz, who is 16 km away.",
                        "1 account goes.",
                        "Globex: Assigned to Ben Öz to keep territories balanced.",
                        "2 changes were approved and are not written: the accounts stay where they are.",
                        "Initech was to come to you: the CRM refused it.",
                        "Hooli was to go: somebody had changed the account.",
                        "If something looks wrong, Ana Ruiz, say so: people read it and can change it.");
    }

    @Test
    void many_changes_are_counted_not_listed() {
        var many = IntStream.range(0, 14)
                .mapToObj(i -> new Change("Account " + i, "Why."))
                .toList();

        var letter = RepLetter.of("Ana", "West", 1, 1, null, null, many, List.of(), List.of());

        assertThat(letter.get(0)).isEqualTo("Your territory West has 1 account with a potential of 0 a year.");
        assertThat(letter).hasSize(14).contains("14 accounts come to you.", "And 4 more, listed in your territory.");
    }
}
