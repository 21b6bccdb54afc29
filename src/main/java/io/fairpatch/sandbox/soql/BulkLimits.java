package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.soql.Token.Kind;
import java.util.List;
import java.util.Set;

/** Refuses what bulk queries do not know though REST queries do. */
final class BulkLimits {
    private static final Set<String> AGGREGATES =
            Set.of("COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX", "GROUPING");

    private BulkLimits() {}

    static void check(String query) {
        var tokens = Lexer.tokens(query);
        boolean selecting = true;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            var token = tokens.get(i);
            selecting = selecting && !token.is("FROM");
            checkToken(token, tokens.get(i + 1), selecting);
            if (selecting && token.is("(") && tokens.get(i + 1).is("SELECT")) {
                throw refuse("Aggregate Relationships not supported in Bulk Query");
            }
        }
        checkClauses(tokens);
    }

    private static void checkToken(Token token, Token next, boolean selecting) {
        if (!selecting || token.kind() != Kind.NAME) {
            return;
        }
        if (token.is("TYPEOF")) {
            throw refuse("TYPEOF is not supported in Bulk Query");
        }
        if (next.is("(") && AGGREGATES.contains(token.upper())) {
            throw refuse("Aggregate Relationships not supported in Bulk Query");
        }
        if (next.is("(") && token.is("FIELDS")) {
            throw refuse("The SOQL FIELDS function is not supported in Bulk Query");
        }
    }

    private static void checkClauses(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("GROUP") && tokens.get(i + 1).is("BY")) {
                throw refuse("GROUP BY is not supported in Bulk Query");
            }
            if (tokens.get(i).is("OFFSET") && tokens.get(i + 1).kind() == Kind.NUMBER) {
                throw refuse("OFFSET is not supported in Bulk Query");
            }
        }
    }

    private static SoqlException refuse(String message) {
        return new SoqlException("FEATURE_NOT_ENABLED", message);
    }
}
