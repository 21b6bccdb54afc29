package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.soql.Condition.And;
import io.fairpatch.sandbox.soql.Condition.Comparison;
import io.fairpatch.sandbox.soql.Condition.In;
import io.fairpatch.sandbox.soql.Condition.InQuery;
import io.fairpatch.sandbox.soql.Condition.Includes;
import io.fairpatch.sandbox.soql.Condition.Not;
import io.fairpatch.sandbox.soql.Condition.Operator;
import io.fairpatch.sandbox.soql.Condition.Or;
import io.fairpatch.sandbox.soql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the condition of a query. As in a real org, AND and OR mix only with parentheses. */
final class ConditionParser {
    private static final Map<String, Operator> OPERATORS = Map.of(
            "=", Operator.EQUAL,
            "!=", Operator.NOT_EQUAL,
            "<>", Operator.NOT_EQUAL,
            "<", Operator.LESS,
            "<=", Operator.LESS_OR_EQUAL,
            ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL,
            "LIKE", Operator.LIKE);

    /** A currency with an amount, or with the beginning of one. */
    private static final Pattern MONEY = Pattern.compile("[A-Z]{3}\\d+(?:E\\d+)?");

    private final String text;
    private final Tokens tokens;

    ConditionParser(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    Condition condition() {
        var parts = new ArrayList<Condition>();
        parts.add(simple());
        var joint = tokens.peek();
        if (!joint.is("AND") && !joint.is("OR")) {
            return parts.get(0);
        }
        while (tokens.accept(joint.text())) {
            parts.add(simple());
        }
        if (tokens.peek().is("AND") || tokens.peek().is("OR")) {
            throw tokens.unexpected();
        }
        return joint.is("AND") ? new And(parts) : new Or(parts);
    }

    private Condition simple() {
        if (tokens.accept("NOT")) {
            return new Not(simple());
        }
        if (tokens.accept("(")) {
            var inner = condition();
            tokens.expect(")");
            return inner;
        }
        return comparison(tokens.call(tokens.expect(Kind.NAME)));
    }

    private Condition comparison(Token field) {
        if (tokens.accept("IN")) {
            return in(field, false);
        }
        if (tokens.accept("NOT")) {
            tokens.expect("IN");
            return in(field, true);
        }
        if (tokens.accept("INCLUDES")) {
            return new Includes(field, false, list());
        }
        if (tokens.accept("EXCLUDES")) {
            return new Includes(field, true, list());
        }
        var operator = OPERATORS.get(tokens.peek().upper());
        if (operator == null) {
            throw tokens.unexpected();
        }
        tokens.take();
        return new Comparison(field, operator, literal());
    }

    private Condition in(Token field, boolean negated) {
        tokens.expect("(");
        if (tokens.peek().is("SELECT")) {
            var query = QueryParser.parseInner(text, tokens);
            tokens.expect(")");
            return new InQuery(field, negated, query);
        }
        var values = rest();
        boolean plain =
                Call.of(field) == null && values.stream().noneMatch(value -> value.kind() == Literal.Kind.MONEY);
        return plain ? new In(field, negated, values) : worked(field, negated, values);
    }

    /** What is worked out, such as by a function, among values. */
    private static Condition worked(Token field, boolean negated, List<Literal> values) {
        var any = new Or(values.stream()
                .map(value -> (Condition) new Comparison(field, Operator.EQUAL, value))
                .toList());
        return negated ? new Not(any) : any;
    }

    private List<Literal> list() {
        tokens.expect("(");
        return rest();
    }

    private List<Literal> rest() {
        var values = new ArrayList<Literal>();
        do {
            values.add(literal());
        } while (tokens.accept(","));
        tokens.expect(")");
        return values;
    }

    private Literal literal() {
        var token = tokens.peek();
        return switch (token.kind()) {
            case STRING -> plain(Literal.Kind.STRING);
            case NUMBER -> plain(Literal.Kind.NUMBER);
            case DATE -> plain(Literal.Kind.DATE);
            case DATETIME -> plain(Literal.Kind.DATETIME);
            case NAME -> named(token);
            case SYMBOL, END -> throw tokens.unexpected();
        };
    }

    private Literal plain(Literal.Kind kind) {
        return new Literal(kind, tokens.take().text(), 0);
    }

    /** The rest of an amount, behind its point, comes as a number of its own. */
    private Literal money(Token token) {
        var rest = tokens.peek();
        boolean goesOn = rest.kind() == Kind.NUMBER
                && rest.text().startsWith(".")
                && rest.position() == token.position() + token.text().length();
        return new Literal(
                Literal.Kind.MONEY, token.upper() + (goesOn ? tokens.take().text() : ""), 0);
    }

    private Literal named(Token token) {
        var name = token.upper();
        if (name.equals("NULL")) {
            return plain(Literal.Kind.NULL);
        }
        if (name.equals("TRUE") || name.equals("FALSE")) {
            return plain(Literal.Kind.BOOLEAN);
        }
        if (MONEY.matcher(name).matches()) {
            return money(tokens.take());
        }
        if (!RelativeDates.isKnown(name)) {
            throw tokens.unexpected();
        }
        tokens.take();
        if (!RelativeDates.takesNumber(name)) {
            return new Literal(Literal.Kind.RELATIVE_DATE, name, 0);
        }
        tokens.expect(":");
        return new Literal(Literal.Kind.RELATIVE_DATE, name, tokens.expectWhole());
    }
}
