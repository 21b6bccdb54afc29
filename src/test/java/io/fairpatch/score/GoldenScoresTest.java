package io.fairpatch.score;

import static io.fairpatch.score.SampleDeals.prospect;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountDraft;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SalesforceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Scores of a hundred drawn accounts, to the last digit and word. A change that is meant shows in the golden file's
 * difference: run the test with {@code -Dgolden.write=true} and read what changed.
 */
class GoldenScoresTest {
    private static final int ACCOUNTS = 100;
    private static final LocalDate END = LocalDate.of(2026, 3, 31);
    private static final Path GOLDEN = Path.of("src/test/resources/io/fairpatch/score/golden-scores.txt");
    private static final List<String> INDUSTRIES = List.of("Software", "Retail", "Banking", "technology", "Mining");
    private static final List<String> STATES = List.of("TX", " new york ", "CA", "IL", "Ontario");

    @Test
    void scores_are_as_they_were() throws IOException {
        var random = new Random(5);
        var accounts = new ArrayList<Account>();
        for (int i = 1; i <= ACCOUNTS; i++) {
            accounts.add(account(i, random));
        }
        var result = new Scorer(ConfigLoader.shipped(ConfigPart.SCORING)).score(accounts, deals(random), END);
        var lines = new ArrayList<String>();
        accounts.forEach(
                account -> lines.add(line(Objects.requireNonNull(result.scores().get(account.id())))));
        result.segments().forEach(segment -> lines.add(segment.toString()));
        // a logarithm's last digits are the processor's
        lines.replaceAll(line -> line.replaceAll("([0-9]+[.][0-9]{7})[0-9]+", "$1"));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, String.join("\n", lines) + "\n");
        }
        assertThat(lines).isEqualTo(Files.readAllLines(GOLDEN, StandardCharsets.UTF_8));
    }

    private static String line(AccountScore score) {
        return score.account() + " " + (score.customer() ? "customer" : "prospect") + " " + score.score() + " "
                + score.tier() + " " + score.grade() + " potential " + score.potentialCents() + " wins "
                + score.winProbability() + " of " + score.winSample() + " | "
                + score.reasons().stream().map(Object::toString).collect(Collectors.joining(" ")) + " | "
                + score.potentialReasons().stream().map(Object::toString).collect(Collectors.joining(" ")) + " | "
                + score.assumptions() + " | " + score.profile();
    }

    private static Account account(int number, Random random) {
        var draft = prospect(number)
                .industry(some(random, random.nextInt(8) == 0 ? null : pick(random, INDUSTRIES)))
                .employees(random.nextInt(4) == 0 ? null : 1 + random.nextInt(3_000))
                .companyRevenue(random.nextInt(3) == 0 ? null : 100_000L * (1 + random.nextInt(9_000)))
                .intent(random.nextInt(4) == 0 ? null : random.nextInt(1_000) / 10.0)
                .growth(random.nextInt(3) == 0 ? null : random.nextInt(120) / 100.0 - 0.4)
                .contacts(random.nextInt(5))
                .at(pick(random, List.of("United States", "us", "Canada", "")), pick(random, STATES));
        if (random.nextInt(2) == 0) {
            draft.type("Customer - Direct")
                    .spends(1_000L * random.nextInt(600), random.nextBoolean() ? null : 5_000L * random.nextInt(90));
        }
        if (random.nextInt(6) == 0) {
            draft.strategic(true);
        }
        if (random.nextInt(5) == 0) {
            draft.churnRisk(pick(random, List.of("High", "Medium", "Low")));
        }
        if (random.nextInt(2) == 0) {
            draft.lastActivity(END.minusDays(random.nextInt(400)));
        }
        return draft.account();
    }

    private static @Nullable String some(Random random, @Nullable String text) {
        return random.nextInt(20) == 0 ? "" : text;
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static List<Opportunity> deals(Random random) {
        var deals = new ArrayList<Opportunity>();
        for (int i = 1; i <= 900; i++) {
            boolean closed = random.nextInt(10) > 0;
            boolean won = closed && random.nextInt(3) == 0;
            deals.add(new Opportunity(
                    SalesforceId.of("006%012d".formatted(i)),
                    AccountDraft.id(1 + random.nextInt(ACCOUNTS)),
                    null,
                    won ? "Closed Won" : closed ? "Closed Lost" : "Open",
                    random.nextInt(9) == 0 ? null : 1_00L * (1_000 + random.nextInt(90_000)),
                    END.minusDays(random.nextInt(1_100)),
                    null,
                    closed,
                    won));
        }
        return deals;
    }
}
