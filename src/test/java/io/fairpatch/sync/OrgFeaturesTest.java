package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.config.CalendarConfig;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.store.SnapshotStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What some orgs have and others have not. */
class OrgFeaturesTest {
    private static final CalendarConfig JULY = new CalendarConfig(7, "UTC", List.of(), null, null);

    private static final SyncRequest ALL = new SyncRequest(true, true);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path folder;

    private static LiveSync live;

    @BeforeAll
    static void start() {
        live = new LiveSync(folder);
    }

    @AfterAll
    static void stop() {
        live.close();
    }

    @BeforeEach
    void usual() {
        live.disarm();
        live.noState();
        live.usual();
    }

    @Test
    @Tag("A8")
    void a_user_without_a_quota_has_the_forecast_quotas_of_the_year() {
        var user = live.query("SELECT Id FROM User WHERE Name = 'Seller Number 1'")
                .get(0)
                .path("Id")
                .asText();
        for (var day : List.of("-01-01", "-07-01")) {
            var year = LocalDate.now(CLOCK).getYear();
            live.rest("POST", "/ForecastingQuota", quota(user, year + day, 30_000));
        }
        live.rest("POST", "/ForecastingQuota", quota(user, "2019-01-01", 77));

        live.sync(ALL);

        assertThat(live.store.load(live.org()).users())
                .filteredOn(each -> each.id().value().equals(user))
                .singleElement()
                .satisfies(each -> assertThat(each.quotaCents()).isEqualTo(6_000_000L));
        // of a fiscal year from July on, the half that is over counts no more, or the other does not yet
        assertThat(new SnapshotStore(live.jdbi, CLOCK, JULY::yearBegins)
                        .load(live.org())
                        .users())
                .filteredOn(each -> each.id().value().equals(user))
                .singleElement()
                .satisfies(each -> assertThat(each.quotaCents()).isEqualTo(3_000_000L));
    }

    @Test
    void products_come_with_what_was_sold_of_them() {
        var deal = live.ids("Opportunity").get(0);
        var product = live.rest("POST", "/Product2", "{\"Name\":\"Pump\",\"Family\":\"Hardware\",\"IsActive\":true}")
                .path("id")
                .asText();
        live.rest(
                "POST",
                "/OpportunityLineItem",
                "{\"OpportunityId\":\"" + deal + "\",\"Product2Id\":\"" + product
                        + "\",\"Quantity\":2,\"TotalPrice\":99.5}");

        live.sync(ALL);

        assertThat(column("SELECT name || ' ' || family || ' ' || quantity || ' ' || total_cents"
                        + " FROM line_item JOIN product ON product.id = product_id WHERE opportunity_id = '" + deal
                        + "'"))
                .containsExactly("Pump Hardware 2 9950");
    }

    @Test
    void person_accounts_are_copied_only_where_they_are_wanted() {
        live.state("person-accounts", "{\"every\":\"10\"}");
        live.sync(ALL);
        assertThat(shown("person_account")).isEqualTo(LiveSync.ACCOUNTS / 10);

        live.mapping = scoped(live.mapping, new MappingConfig.Scope(List.of(), false));
        var report = live.sync(ALL);

        assertThat(shown("true")).isEqualTo(LiveSync.ACCOUNTS - LiveSync.ACCOUNTS / 10);
        assertThat(report.refused()).as("left out is not refused").isZero();
    }

    @Test
    void only_accounts_of_the_wanted_record_types_are_copied() {
        live.state("record-types", "{\"names\":\"Customer;Partner\"}");
        var type = live.query("SELECT Id FROM RecordType WHERE DeveloperName = 'Partner'")
                .get(0)
                .path("Id")
                .asText();
        for (var id : live.ids("Account").subList(0, 3)) {
            live.rest("PATCH", "/Account/" + id, "{\"RecordTypeId\":\"" + type + "\"}");
        }
        live.mapping = scoped(
                Mappings.with("account", "recordType", "RecordType.DeveloperName"),
                new MappingConfig.Scope(List.of("Partner"), true));

        live.sync(ALL);

        assertThat(shown("true")).isEqualTo(3);
    }

    @Test
    void a_field_of_a_looked_up_record_that_is_not_there_is_left_empty_and_named() {
        live.mapping = Mappings.with("account", "techStack", "Owner.Region__c");

        var report = live.sync(ALL);

        assertThat(report.missing())
                .contains(new MissingField(
                        "Account",
                        "techStack",
                        "Owner.Region__c",
                        "the org has no such field, or this user may not read it"));
        assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
    }

    @Test
    void of_several_fields_those_that_are_there_are_read_and_percent_fields_are_shares_in_expressions_too() {
        live.state("field", "{\"field\":\"MRR__c\",\"type\":\"percent\"}");
        live.rest("PATCH", "/Account/" + live.ids("Account").get(0), "{\"MRR__c\":25}");
        live.mapping = Mappings.with("account", "headcountGrowth", "{first: [Gone__c, MRR__c]}");

        var report = live.sync(ALL);

        assertThat(report.missing()).extracting(MissingField::apiName).contains("Gone__c");
        assertThat(column("SELECT headcount_growth FROM account WHERE headcount_growth IS NOT NULL"))
                .containsExactly("0.25");
    }

    @Test
    void an_object_that_this_user_may_not_read_is_told_as_a_right_that_is_missing() {
        live.state("object-rights", "{\"object\":\"Opportunity\"}");

        assertThatThrownBy(() -> live.sync(ALL)).isInstanceOfSatisfying(FairpatchException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.ORG_RIGHTS);
            assertThat(refused.problem().what()).isEqualTo("This user may not read Opportunity");
        });
    }

    @Test
    void territory_associations_are_reconciled_in_full_every_time() {
        live.state("territory-model", "{\"rules\":\"7\"}");
        live.sync(ALL);
        assertThat(column("SELECT count(*) FROM territory_association WHERE deleted_at IS NULL"))
                .containsExactly("7");

        live.noState();
        var report = live.sync();

        assertThat(report.modes()).containsEntry("ObjectTerritory2Association", "FULL");
        assertThat(report.deleted()).containsEntry("ObjectTerritory2Association", 7L);
    }

    @Test
    @Tag("A23")
    void an_account_whose_owner_nobody_shows_us_is_noted() {
        live.arm(
                "{\"kind\":\"narrowed\",\"match\":\"POST */jobs/query\",\"count\":99,\"params\":{\"object\":\"User\"}}");

        var report = live.sync(ALL);

        assertThat(report.rows("User")).isLessThan(4);
        var notes = live.store.refused(live.org(), report.run(), 1_000);
        assertThat(notes).isNotEmpty().allSatisfy(note -> assertThat(note.reason())
                .contains("no user that this user may see"));
        assertThat((long) notes.size())
                .isEqualTo(report.notes())
                .isEqualTo(Long.parseLong(column("SELECT count(*) FROM account WHERE deleted_at IS NULL AND owner_id"
                                + " NOT IN (SELECT id FROM org_user WHERE deleted_at IS NULL)")
                        .get(0)));
    }

    @Test
    void a_clock_of_ours_that_is_ahead_leaves_no_gap() {
        live.sync(ALL);
        var ahead = Clock.offset(CLOCK, Duration.ofHours(3));
        live.sync(SyncRequest.USUAL, Progress.NONE, ahead);
        live.rest("PATCH", "/Account/" + live.ids("Account").get(9), "{\"Name\":\"Changed meanwhile\"}");

        live.sync(SyncRequest.USUAL, Progress.NONE, ahead);

        assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
    }

    private static String quota(String user, String start, int amount) {
        return "{\"QuotaOwnerId\":\"" + user + "\",\"StartDate\":\"" + start + "\",\"QuotaAmount\":" + amount + "}";
    }

    private static MappingConfig scoped(MappingConfig mapping, MappingConfig.Scope scope) {
        return new MappingConfig(
                mapping.account(),
                mapping.opportunity(),
                mapping.user(),
                mapping.written(),
                scope,
                mapping.readiness());
    }

    private static int shown(String condition) {
        return Integer.parseInt(column("SELECT count(*) FROM account WHERE deleted_at IS NULL AND " + condition)
                .get(0));
    }

    private static List<String> column(String sql) {
        return live.jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
