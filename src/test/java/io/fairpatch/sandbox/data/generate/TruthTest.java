package io.fairpatch.sandbox.data.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final GeneratorConfig USUAL = GeneratorConfig.of(2_000, 1, TODAY);

    private final OrgGenerator generator = new OrgGenerator();

    @Test
    void what_was_planted_is_found_in_the_rows() {
        Truth truth = generator.truth(USUAL);
        Map<String, GivenRow> accounts =
                GivenRow.of(USUAL, "Account").stream().collect(Collectors.toMap(row -> row.at("Id"), row -> row));

        assertThat(truth.faults().get("OWNERLESS")).isNotEmpty().isEqualTo(idsWithout(accounts, "OwnerId"));
        assertThat(truth.faults().get("NO_INDUSTRY")).isNotEmpty().isEqualTo(idsWithout(accounts, "Industry"));
        assertThat(truth.faults().get("NO_POSTAL_CODE"))
                .isNotEmpty()
                .isEqualTo(idsWithout(accounts, "BillingPostalCode"));
        assertThat(truth.inactiveReps()).hasSize(2);
        assertThat(truth.faults().get("INACTIVE_OWNER"))
                .hasSizeBetween(40, 90)
                .allSatisfy(id -> assertThat(truth.inactiveReps()).contains(value(accounts, id, "OwnerId")));
        assertThat(truth.faults().get("NON_ASCII_NAME"))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(value(accounts, id, "Name")).matches(".*[^\\x00-\\x7F].*"));
        assertThat(truth.faults().get("PUNCTUATED_NAME"))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(value(accounts, id, "Name")).containsAnyOf(",", "\""));
        assertThat(truth.faults().get("MULTILINE_TEXT"))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(value(accounts, id, "Description")).contains("\n", ",", "\""));
        assertThat(truth.duplicates()).isNotEmpty().allSatisfy((copy, original) -> {
            assertThat(value(accounts, copy, "Name")).isNotEqualTo(value(accounts, original, "Name"));
            assertThat(value(accounts, copy, "BillingCity")).isEqualTo(value(accounts, original, "BillingCity"));
        });
        assertThat(truth.families().values()).isNotEmpty().allSatisfy(members -> assertThat(members)
                .hasSizeBetween(1, 5));
        assertThat(truth.families()).allSatisfy((parent, members) -> assertThat(members)
                .allSatisfy(member ->
                        assertThat(value(accounts, member, "ParentId")).isEqualTo(parent)));
        assertThat(truth.surging())
                .isNotEmpty()
                .isEqualTo(accounts.values().stream()
                        .filter(row -> !row.at("Headcount_Growth__c").isEmpty()
                                && Double.parseDouble(row.at("Headcount_Growth__c")) >= 0.4)
                        .map(row -> row.at("Id"))
                        .sorted()
                        .toList());
        truth.counts()
                .forEach((fault, count) -> assertThat(truth.faults().get(fault)).hasSize(count));
    }

    @Test
    void deals_are_won_as_often_as_the_truth_says() {
        var config = GeneratorConfig.of(20_000, 7, TODAY);
        World world = World.of(config);
        Map<String, int[]> closed = new HashMap<>();
        world.accounts().forEach(account -> OpportunityTable.deals(world, account)
                .filter(deal -> deal.stage().closed())
                .forEach(deal -> {
                    String cell = Region.ofState(account.place().state()) + "|"
                            + account.profile().industry().label;
                    int[] counts = closed.computeIfAbsent(cell, key -> new int[2]);
                    counts[0]++;
                    counts[1] += deal.stage() == DealStage.WON ? 1 : 0;
                }));
        Truth truth = generator.truth(config);

        assertThat(closed).hasSize(40).allSatisfy((cell, counts) -> {
            String[] key = cell.split("\\|");
            double rate = Objects.requireNonNull(
                    Objects.requireNonNull(truth.winRates().get(key[0])).get(key[1]));
            assertThat((double) counts[1] / counts[0]).as(cell).isCloseTo(rate, within(0.06));
        });
    }

    @Test
    void the_truth_is_written_as_json(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("truth.json");
        generator.truth(GeneratorConfig.of(200, 5, TODAY)).write(file);

        var json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.get("accounts").asInt()).isEqualTo(200);
        assertThat(json.get("winRates").get("WEST").get("Technology").asDouble())
                .isBetween(0.05, 0.5);
        assertThat(json.get("counts").get("NO_INDUSTRY").asInt())
                .isEqualTo(json.get("faults").get("NO_INDUSTRY").size());
    }

    private static List<String> idsWithout(Map<String, GivenRow> accounts, String column) {
        return accounts.values().stream()
                .filter(row -> row.at(column).isEmpty())
                .map(row -> row.at("Id"))
                .sorted()
                .toList();
    }

    private static String value(Map<String, GivenRow> accounts, String id, String column) {
        return Objects.requireNonNull(accounts.get(id)).at(column);
    }
}
