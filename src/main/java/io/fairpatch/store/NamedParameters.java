package io.fairpatch.store;

import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Finds the {@code :names} in a statement. Jdbi's own parser does so by a grammar and remembers each statement, but those
 * about the tables of a run are new in every run, and reading them took as long as a tenth of the update. What is more
 * than names and quoted texts is left to it.
 */
final class NamedParameters implements SqlParser {
    private static final Pattern MORE = Pattern.compile("[?\"\\\\$]|--|/\\*|::|:=|:\\w+[.-]");

    private final SqlParser library = new ColonPrefixSqlParser();

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        return MORE.matcher(sql).find() ? library.parse(sql, context) : named(sql);
    }

    private static ParsedSql named(String sql) {
        var parsed = ParsedSql.builder();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            quoted ^= c == '\'';
            if (c == ':' && !quoted) {
                int end = nameEnd(sql, i + 1);
                parsed.append(sql.substring(from, i)).appendNamedParameter(sql.substring(i + 1, end));
                from = end;
            }
        }
        return parsed.append(sql.substring(from)).build();
    }

    private static int nameEnd(String sql, int from) {
        int end = from;
        while (end < sql.length() && (sql.charAt(end) == '_' || Character.isLetterOrDigit(sql.charAt(end)))) {
            end++;
        }
        return end;
    }

    @Override
    public String nameParameter(String rawName, StatementContext context) {
        return library.nameParameter(rawName, context);
    }
}
