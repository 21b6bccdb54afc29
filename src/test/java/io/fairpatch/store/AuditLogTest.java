package io.fairpatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.model.AuditFilter;
import io.fairpatch.model.SalesforceId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("H11")
class AuditLogTest {
    private static final SalesforceId ORG = SalesforceId.of("00D000000000001");
    private static final SalesforceId OTHER = SalesforceId.of("00D000000000002");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T10:00:00.123456789Z"), ZoneOffset.UTC);

    private final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());
    private final AuditLog log = new AuditLog(jdbi, CLOCK);

    @Test
    void lines_are_numbered_for_each_org_and_hang_together() {
        log.append(ORG, "olga", "proposal.approved", "proposal/1", Map.of("moves", 3, "because", "Zoë"));
        log.append(OTHER, "olga", "proposal.approved", "proposal/9", Map.of());
        log.append(ORG, "omar", "commit.started", "commit/1", Map.of());

        assertThat(log.entries(ORG, 0, 10)).extracting(AuditEntry::seq).containsExactly(1L, 2L);
        assertThat(log.entries(ORG, 1, 10)).extracting(AuditEntry::actor).containsExactly("omar");
        assertThat(log.about(ORG, "proposal/1"))
                .extracting(AuditEntry::details)
                .containsExactly("{\"because\":\"Zoë\",\"moves\":3}");
        assertThat(log.verify(ORG)).isEmpty();
    }

    @Test
    void lines_are_found_by_who_what_and_about_what() {
        log.append(ORG, "olga", "commit.start", "P1", Map.of());
        log.append(ORG, "omar", "commit.end", "P1", Map.of());
        log.append(ORG, "olga", "commitment", "P2", Map.of());

        assertThat(found(new AuditFilter("olga", null, null))).containsExactly(3L, 1L);
        assertThat(found(new AuditFilter(null, "commit", null))).containsExactly(2L, 1L);
        assertThat(found(new AuditFilter(null, "commit.end", null))).containsExactly(2L);
        assertThat(found(new AuditFilter("olga", "commit", "P1"))).containsExactly(1L);
        assertThat(log.entries(ORG, new AuditFilter(null, null, "P1"), 1, 10))
                .extracting(AuditEntry::seq)
                .containsExactly(2L);
    }

    private List<Long> found(AuditFilter filter) {
        return log.newest(ORG, filter, Long.MAX_VALUE, 10).stream()
                .map(AuditEntry::seq)
                .toList();
    }

    @Test
    void many_writers_at_once_make_one_unbroken_chain() {
        IntStream.range(0, 60).parallel().forEach(i -> log.append(ORG, "p" + i, "tested", "x", Map.of("i", i)));

        assertThat(log.entries(ORG, 0, 100)).hasSize(60);
        assertThat(log.verify(ORG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_log SET actor = 'x'", "DELETE FROM audit_log", "TRUNCATE audit_log"})
    void the_database_refuses_to_change_a_line(String statement) {
        log.append(ORG, "olga", "tested", "x", Map.of());

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining("append-only");
    }

    @Test
    void a_change_behind_the_databases_back_shows_at_the_line_concerned() {
        for (String actor : List.of("one", "two", "three")) {
            log.append(ORG, actor, "tested", "x", Map.of());
        }
        jdbi.useHandle(handle -> {
            handle.execute("ALTER TABLE audit_log DISABLE TRIGGER audit_log_append_only");
            handle.execute("UPDATE audit_log SET subject = 'y' WHERE seq = 2");
        });

        assertThat(log.verify(ORG)).hasValue(2L);

        jdbi.useHandle(handle -> handle.execute("DELETE FROM audit_log WHERE seq = 2"));
        assertThat(log.verify(ORG)).hasValue(3L);
    }
}
