package io.fairpatch.sandbox.data.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.sandbox.data.OrgTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrgGeneratorTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final GeneratorConfig USUAL = GeneratorConfig.of(2_000, 1, TODAY);

    private final OrgGenerator generator = new OrgGenerator();

    @Test
    void a_very_large_org_has_no_more_history_than_one_of_a_hundred_thousand_accounts() {
        var world = World.of(new GeneratorConfig(1_000_000, 12, 1, LocalDate.of(2026, 1, 1)));
        var accounts = IntStream.range(0, 50)
                .mapToObj(block -> AccountBlock.make(world, block))
                .flatMap(List::stream)
                .toList();

        assertThat(accounts.stream().mapToInt(Draft::opportunities).average().orElseThrow())
                .isBetween(0.55, 0.65);
        assertThat(accounts.stream()
                        .filter(account -> account.lastTouch() != null)
                        .count())
                .isLessThan(accounts.size() / 8);
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_other_ones() {
        assertThat(fingerprint(USUAL)).isEqualTo(fingerprint(USUAL));
        assertThat(fingerprint(USUAL)).isNotEqualTo(fingerprint(GeneratorConfig.of(2_000, 2, TODAY)));
    }

    @Test
    void the_usual_org_has_the_promised_size() {
        assertThat(GivenRow.of(USUAL, "Account")).hasSize(2_000);
        assertThat(GivenRow.of(USUAL, "Opportunity")).hasSize(12_000);
        assertThat(GivenRow.of(USUAL, "Contact")).hasSizeBetween(3_000, 5_000);
        List<GivenRow> users = GivenRow.of(USUAL, "User");
        assertThat(users)
                .filteredOn(user -> user.at("Title").equals("Sales Manager"))
                .hasSize(4);
        assertThat(users)
                .filteredOn(user -> !user.at("Sales_Role__c").isEmpty()
                        && user.at("IsActive").equals("true"))
                .hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42})
    void every_lookup_names_a_row_and_every_id_is_given_once(long seed) {
        var config = GeneratorConfig.of(830, seed, TODAY);
        Map<String, Set<String>> ids = new HashMap<>();
        for (OrgTable table : generator.generate(config).tables()) {
            var seen = new HashSet<String>();
            for (String[] row : table.rows()) {
                assertThat(seen.add(row[0]))
                        .as("%s %s is new", table.object(), row[0])
                        .isTrue();
            }
            ids.put(table.object(), seen);
        }
        Map<String, String> lookups = Map.of(
                "OwnerId",
                "User",
                "ManagerId",
                "User",
                "QuotaOwnerId",
                "User",
                "AccountId",
                "Account",
                "ParentId",
                "Account",
                "OpportunityId",
                "Opportunity",
                "Product2Id",
                "Product2",
                "PricebookEntryId",
                "PricebookEntry");
        for (OrgTable table : generator.generate(config).tables()) {
            lookups.forEach((column, object) -> {
                int at = table.columns().indexOf(column);
                if (at >= 0) {
                    assertThat(table.rows()).allSatisfy(row -> assertThat(row[at].isEmpty()
                                    || Objects.requireNonNull(ids.get(object)).contains(row[at]))
                            .isTrue());
                }
            });
        }
    }

    @Test
    void the_lines_of_a_deal_come_to_its_amount_and_the_quarters_of_a_quota_to_the_year() {
        Map<String, Double> lines = new HashMap<>();
        GivenRow.of(USUAL, "OpportunityLineItem")
                .forEach(line ->
                        lines.merge(line.at("OpportunityId"), Double.parseDouble(line.at("TotalPrice")), Double::sum));
        assertThat(GivenRow.of(USUAL, "Opportunity"))
                .filteredOn(deal ->
                        !deal.at("Amount").isEmpty() && !deal.at("StageName").equals("Closed Lost"))
                .hasSize(lines.size())
                .allSatisfy(
                        deal -> assertThat(lines.get(deal.at("Id"))).isEqualTo(Double.parseDouble(deal.at("Amount"))));

        Map<String, Long> quarters = new HashMap<>();
        GivenRow.of(USUAL, "ForecastingQuota")
                .forEach(row -> quarters.merge(row.at("QuotaOwnerId"), Long.valueOf(row.at("QuotaAmount")), Long::sum));
        Map<String, Long> quotas = new HashMap<>();
        GivenRow.of(USUAL, "User").stream()
                .filter(user -> quarters.containsKey(user.at("Id")))
                .forEach(user -> quotas.put(user.at("Id"), Long.valueOf(user.at("Quota__c"))));
        assertThat(quarters).isEqualTo(quotas).hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42})
    void books_of_ramped_reps_are_more_than_twice_out_of_balance_but_can_be_balanced(long seed) {
        World world = World.of(GeneratorConfig.of(2_000, seed, TODAY));
        double[] books = new double[world.staff().sellers().size()];
        Map<Integer, Double> families = new HashMap<>();
        world.accounts().forEach(account -> {
            int head = account.parent() == null ? account.number() : account.parent();
            families.merge(head, account.profile().worth(), Double::sum);
            if (account.owner() != null) {
                books[account.owner().number()] += account.profile().worth();
            }
        });
        double target =
                families.values().stream().mapToDouble(Double::doubleValue).sum()
                        / world.config().reps();
        List<Seller> ramped = world.staff().reps().stream()
                .filter(rep -> !rep.stage().ramping())
                .toList();
        double most =
                ramped.stream().mapToDouble(rep -> books[rep.number()]).max().orElseThrow();
        double least =
                ramped.stream().mapToDouble(rep -> books[rep.number()]).min().orElseThrow();

        assertThat(most / least).isGreaterThan(2);
        assertThat(families.values()).allSatisfy(worth -> assertThat(worth).isLessThan(target / 2));
        double surplus = 0;
        for (Seller rep : ramped) {
            surplus += Math.max(0, books[rep.number()] - target);
        }
        assertThat(surplus / (target * world.config().reps()))
                .as("share that has to move")
                .isLessThan(0.25);
    }

    @Test
    void hard_rules_can_be_kept_when_pinned_accounts_stay_where_they_are() {
        World world = World.of(USUAL);
        world.accounts().filter(Draft::named).forEach(account -> {
            Seller owner = Objects.requireNonNull(account.owner());
            assertThat(owner.active() && account.needs().met(owner)).isTrue();
        });
        for (var needs : List.of(
                new Draft.Needs("es", List.of()),
                new Draft.Needs("fr", List.of()),
                new Draft.Needs("", List.of("FedRAMP")),
                new Draft.Needs("", List.of("HIPAA")),
                new Draft.Needs("", List.of("FedRAMP", "HIPAA")))) {
            assertThat(world.staff().reps().stream().filter(needs::met).count())
                    .as("%s", needs)
                    .isGreaterThanOrEqualTo((world.config().reps() + 4) / 5);
        }
    }

    @Test
    void accounts_of_a_very_large_org_stream_by_one_after_the_other() {
        var accounts = GivenRow.table(new GeneratorConfig(1_000_000, 500, 1, TODAY), "Account")
                .rows()
                .iterator();
        String[] row = accounts.next();
        for (int i = 1; i < 100_000; i++) {
            row = accounts.next();
        }
        assertThat(row[0]).isEqualTo("ACC-0100000");
    }

    private String fingerprint(GeneratorConfig config) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (OrgTable table : generator.generate(config).tables()) {
                for (String[] row : table.rows()) {
                    digest.update(String.join("\u001f", row).getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
