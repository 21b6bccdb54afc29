package io.fairpatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;

/** Statements are read as Jdbi's own parser reads them. */
class NamedParametersTest {
    private static final Jdbi JDBI = Database.jdbi(TestDatabase.fresh());

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "SELECT",
                " ",
                "\n",
                "kept.id = :org",
                ":upto",
                "(:org, ':name')",
                "'it''s :so'",
                "%",
                "coalesce(a, 'fairpatch sync ' || :org, 0)",
                "CAST(:json AS jsonb)",
                "'{}'",
                "x::text",
                "\":quoted\"",
                "-- :note\n",
                "/* :note */",
                "<> ''",
                ":at,",
                ":not_before",
                ":part.object",
                ":upto-1");
    }

    @Property(tries = 300)
    void as_the_library_reads_them(@ForAll List<@From("pieces") String> pieces) {
        var sql = String.join(" ", pieces);

        assertThat(read(new NamedParameters(), sql)).isEqualTo(read(new ColonPrefixSqlParser(), sql));
    }

    private static List<Object> read(SqlParser parser, String sql) {
        ParsedSql parsed = JDBI.withHandle(handle -> {
            try (var query = handle.createQuery("SELECT 1")) {
                return parser.parse(sql, query.getContext());
            }
        });
        return List.of(parsed.getSql(), parsed.getParameters());
    }
}
