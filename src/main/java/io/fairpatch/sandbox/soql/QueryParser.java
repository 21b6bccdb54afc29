package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.soql.Query.Order;
import io.fairpatch.sandbox.soql.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a query by recursive descent; what it does not know it refuses, naming the token. */
final class QueryParser {
    /** What a mere count is not followed by. */
    private static final Set<String> FOR_RECORDS = Set.of("GROUP", "HAVING", "ORDER");

    private static final int LAST_OFFSET = 2_000;
    private static final int LONGEST = 100_000;

    private final String text;
    private final Tokens tokens;

    private QueryParser(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static Query parse(String text) {
        if (text.length() > LONGEST) {
            throw new SoqlException(
                    "MALFORMED_QUERY", "SOQL statements cannot be longer than " + LONGEST + " characters");
        }
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
        var select = new SelectParser(tokens, this::query).selection();
        tokens.expect("FROM");
        var object = tokens.expect(Kind.NAME);
        var aliases = aliases();
        var scope = scope();
        var where = tokens.accept("WHERE") ? new ConditionParser(text, tokens).condition() : null;
        if (select.count() && FOR_RECORDS.contains(tokens.peek().upper())) {
            throw tokens.unexpected();
        }
        var grouping = grouping();
        var having = tokens.accept("HAVING") ? new ConditionParser(text, tokens).condition() : null;
        var orders = orders();
        var limit = tokens.accept("LIMIT") ? (Integer) tokens.expectWhole() : null;
        int offset = tokens.accept("OFFSET") ? tokens.expectWhole() : 0;
        if (offset > LAST_OFFSET) {
            throw new SoqlException("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is " + LAST_OFFSET);
        }
        purposes();
        if (tokens.peek().is("ALL") && tokens.peek(1).is("ROWS")) {
            throw new SoqlException("MALFORMED_QUERY", "ALL ROWS not allowed in this context");
        }
        return new Query(text, select, object, aliases, where, grouping, having, orders, limit, offset, scope);
    }

    private Aliases aliases() {
        var own = tokens.alias();
        var parents = new HashMap<String, String>();
        while (tokens.accept(",")) {
            var path = tokens.expect(Kind.NAME);
            var from = new Aliases(own, parents).written(path.text());
            var start = from.indexOf('.');
            if (start < 0 || own.isEmpty()) {
                throw tokens.unexpected(path);
            }
            boolean ofOwn = from.substring(0, start).equalsIgnoreCase(own);
            parents.put(tokens.alias().toLowerCase(Locale.ROOT), ofOwn ? from.substring(start + 1) : from);
        }
        return new Aliases(own, Map.copyOf(parents));
    }

    private String scope() {
        if (!tokens.accept("USING")) {
            return "";
        }
        tokens.expect("SCOPE");
        return tokens.expect(Kind.NAME).upper();
    }

    /** Why the records are read changes nothing here. */
    private void purposes() {
        while (tokens.accept("FOR")) {
            if (!tokens.accept("VIEW") && !tokens.accept("REFERENCE")) {
                tokens.expect("UPDATE");
            }
        }
        while (tokens.accept("UPDATE")) {
            if (!tokens.accept("VIEWSTAT")) {
                tokens.expect("TRACKING");
            }
        }
    }

    private Grouping grouping() {
        if (!tokens.accept("GROUP")) {
            return Grouping.NONE;
        }
        tokens.expect("BY");
        var kind = tokens.peek(1).is("(") ? Grouping.kind(tokens.peek()) : Grouping.Kind.PLAIN;
        if (kind != Grouping.Kind.PLAIN) {
            tokens.take();
            tokens.expect("(");
        }
        var fields = new ArrayList<Token>();
        do {
            fields.add(tokens.call(tokens.expect(Kind.NAME)));
        } while (tokens.accept(","));
        if (kind != Grouping.Kind.PLAIN) {
            tokens.expect(")");
        }
        return new Grouping(fields, kind);
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
