package io.fairpatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void two_fresh_databases_share_nothing_and_are_migrated() {
        var one = Database.jdbi(TestDatabase.fresh());
        var two = Database.jdbi(TestDatabase.fresh());

        one.useHandle(h -> h.execute("CREATE TABLE only_here (id int)"));

        assertThat(tables(one)).contains("only_here", "flyway_schema_history");
        assertThat(tables(two)).doesNotContain("only_here").contains("flyway_schema_history");
    }

    private static List<String> tables(Jdbi database) {
        return database.withHandle(h -> h.createQuery(
                        """
                        SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'
                        """)
                .mapTo(String.class)
                .list());
    }
}
