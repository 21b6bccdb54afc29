package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.soql.Query.Order;
import io.fairpatch.sandbox.soql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a query by recursive descent; what it does not know it refuses, naming the token. */
final class QueryParser {
    private static final Set<String> FIELD_SETS = Set.of("ALL", "STANDARD", "CUSTOM");

    private final String text;
    private final Tokens tokens;

    private QueryParser(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static Query parse(String text) {
        var parser = new QueryParser(text, new Tokens(text));
        var query = parser.query();
        parser.tokens.expect(Kind.END);
        return query;
    }

    /** Reads a query inside another one. */
    static Query parseInner(String text, Tokens tokens) {
        return new QueryParser(text, tokens).query();
    }

    private Query query() {
        tokens.expect("SELECT");
        var fields = new ArrayList<Token>();
        boolean count = select(fields);
        tokens.expect("FROM");
        var object = tokens.expect(Kind.NAME);
        var where = tokens.accept("WHERE") ? new ConditionParser(text, tokens).condition() : null;
        var orders = orders();
        var limit = tokens.accept("LIMIT") ? (Integer) tokens.expectWhole() : null;
        int offset = tokens.accept("OFFSET") ? tokens.expectWhole() : 0;
        return new Query(text, List.copyOf(fields), count, object, where, orders, limit, offset);
    }

    private boolean select(List<Token> fields) {
        do {
            var token = tokens.expect(Kind.NAME);
            if (!tokens.accept("(")) {
                fields.add(token);
            } else if (token.is("COUNT") && fields.isEmpty() && tokens.accept(")")) {
                return true;
            } else if (token.is("FIELDS")) {
                fields.add(fieldSet(token));
            } else {
                throw tokens.unexpected(token);
            }
        } while (tokens.accept(","));
        return false;
    }

    private Token fieldSet(Token function) {
        var set = tokens.expect(Kind.NAME);
        if (!FIELD_SETS.contains(set.upper())) {
            throw tokens.unexpected(set);
        }
        tokens.expect(")");
        return new Token(Kind.NAME, "FIELDS(" + set.upper() + ")", function.position());
    }

    private List<Order> orders() {
        var orders = new ArrayList<Order>();
        if (tokens.accept("ORDER")) {
            tokens.expect("BY");
            do {
                orders.add(order());
            } while (tokens.accept(","));
        }
        return orders;
    }

    private Order order() {
        var field = tokens.expect(Kind.NAME);
        boolean descending = tokens.accept("DESC");
        if (!descending) {
            tokens.accept("ASC");
        }
        return new Order(field, descending, nullsLast());
    }

    private boolean nullsLast() {
        if (!tokens.accept("NULLS")) {
            return false;
        }
        boolean last = tokens.accept("LAST");
        if (!last) {
            tokens.expect("FIRST");
        }
        return last;
    }
}
