package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.soql.Query.Order;
import io.fairpatch.sandbox.soql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a query by recursive descent; what it does not know it refuses, naming the token. */
final class QueryParser {
    private static final Set<String> WORDS =
            Set.of("FROM", "WHERE", "WITH", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "FOR", "USING", "ALL");
    private static final Set<String> SCOPES = Set.of("EVERYTHING", "MINE");
    private static final int LAST_OFFSET = 2_000;
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
        var aliases = new ArrayList<String>();
        var children = new ArrayList<Query>();
        boolean count = select(fields, aliases, children);
        tokens.expect("FROM");
        var object = tokens.expect(Kind.NAME);
        var alias = alias();
        var scope = scope();
        var where = tokens.accept("WHERE") ? new ConditionParser(text, tokens).condition() : null;
        var groups = groups();
        var having = tokens.accept("HAVING") ? new ConditionParser(text, tokens).condition() : null;
        var orders = orders();
        var limit = tokens.accept("LIMIT") ? (Integer) tokens.expectWhole() : null;
        int offset = tokens.accept("OFFSET") ? tokens.expectWhole() : 0;
        if (offset > LAST_OFFSET) {
            throw new SoqlException("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is " + LAST_OFFSET);
        }
        purposes();
        return new Query(
                text, fields, aliases, children, count, object, alias, where, groups, having, orders, limit, offset,
                scope);
    }

    private String scope() {
        if (!tokens.accept("USING")) {
            return "";
        }
        tokens.expect("SCOPE");
        var scope = tokens.expect(Kind.NAME);
        if (!SCOPES.contains(scope.upper())) {
            throw tokens.unexpected(scope);
        }
        return scope.upper();
    }

    /** Why the records are read changes nothing here. */
    private void purposes() {
        while (tokens.accept("FOR")) {
            if (!tokens.accept("VIEW") && !tokens.accept("REFERENCE")) {
                tokens.expect("UPDATE");
            }
        }
    }

    /** A name after an object or a call that is no word of the language. */
    private String alias() {
        var next = tokens.peek();
        boolean named = next.kind() == Kind.NAME && !WORDS.contains(next.upper());
        return named ? tokens.take().text() : "";
    }

    private boolean select(List<Token> fields, List<String> aliases, List<Query> children) {
        do {
            if (tokens.accept("(")) {
                children.add(query());
                tokens.expect(")");
                continue;
            }
            var token = tokens.expect(Kind.NAME);
            if (token.is("COUNT")
                    && fields.isEmpty()
                    && tokens.peek().is("(")
                    && tokens.peek(1).is(")")) {
                tokens.take();
                tokens.take();
                if (tokens.peek().is("FROM")) {
                    return true;
                }
                fields.add(new Token(Kind.NAME, "COUNT()", token.position()));
                aliases.add(alias());
                continue;
            }
            var field = token.is("FIELDS") && tokens.accept("(") ? fieldSet(token) : tokens.call(token);
            boolean follows = tokens.peek(1).is(",") || tokens.peek(1).is("FROM");
            fields.add(field);
            aliases.add(follows ? alias() : "");
        } while (tokens.accept(","));
        return false;
    }

    private List<Token> groups() {
        var groups = new ArrayList<Token>();
        if (tokens.accept("GROUP")) {
            tokens.expect("BY");
            do {
                groups.add(tokens.call(tokens.expect(Kind.NAME)));
            } while (tokens.accept(","));
        }
        return groups;
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
        var field = tokens.call(tokens.expect(Kind.NAME));
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
