package io.fairpatch.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedConfigTest {
    @Test
    @Tag("B2")
    @Tag("B3")
    @Tag("B4")
    @Tag("B8")
    @Tag("B13")
    @Tag("B14")
    void shipped_scoring_has_the_guides_numbers() {
        var scoring = ConfigLoader.shipped(ConfigPart.SCORING);

        assertThat(scoring.fit()).extracting(ScoringConfig.FitBand::points).containsExactly(90.0, 70.0, 80.0);
        assertThat(scoring.fitElse()).isEqualTo(40);
        assertThat(scoring.prospect()).isEqualTo(new ScoringConfig.ProspectWeights(0.5, 0.3, 0.2));
        assertThat(scoring.relationshipWithContacts()).isEqualTo(75);
        assertThat(scoring.tiers()).isEqualTo(new ScoringConfig.TierCuts(80, 50));
        assertThat(scoring.potential().windowMonths()).isEqualTo(24);
        assertThat(scoring.potential().trustedDeals()).isEqualTo(10);
        assertThat(scoring.industries().values()).containsAll(scoring.targetIndustries());
    }

    @Test
    @Tag("C6")
    void the_caps_of_each_tier_sum_to_the_total() {
        var byTier = requireNonNull(
                ConfigLoader.shipped(ConfigPart.COVERAGE).presets().get("by-tier"));

        assertThat(byTier.roles().values())
                .allSatisfy(caps -> assertThat(Stream.of(caps.tier1(), caps.tier2(), caps.tier3())
                                .mapToInt(cap -> requireNonNull(cap))
                                .sum())
                        .isEqualTo(caps.total()));
        assertThat(byTier.roles().values())
                .extracting(CoverageConfig.Caps::total)
                .containsExactlyInAnyOrder(78, 155, 500);
    }

    @Test
    void writes_are_off_until_someone_switches_them_on() {
        var policy = ConfigLoader.shipped(ConfigPart.WRITE_POLICY);

        assertThat(policy.writes()).isEqualTo(WritePolicyConfig.Switch.DISABLED);
        assertThat(policy.orgId()).isNull();
        assertThat(policy.fields())
                .containsExactlyInAnyOrderElementsOf(
                        ConfigLoader.shipped(ConfigPart.MAPPING).written().keySet());
    }

    @Test
    void a_written_folder_loads_and_a_file_already_there_stays(@TempDir Path dir) throws IOException {
        Files.writeString(
                dir.resolve("calendar.yml"), "fiscalYearStartMonth: 4\ntimeZone: Europe/Berlin\nreviews: []\n");

        var written = ShippedConfig.writeMissing(dir);

        assertThat(written).hasSize(13).doesNotContain(dir.resolve("calendar.yml"));
        assertThat(ConfigLoader.load(dir).calendar().fiscalYearStartMonth()).isEqualTo(4);
    }
}
