package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.soql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Reads what a query selects, from after SELECT up to FROM. */
final class SelectParser {
    private static final Set<String> FIELD_SETS = Set.of("ALL", "STANDARD", "CUSTOM");

    private final Tokens tokens;
    private final Supplier<Query> inner;
    private final List<Token> fields = new ArrayList<>();
    private final List<String> aliases = new ArrayList<>();
    private final List<Query> children = new ArrayList<>();
    private final List<TypeOf> typeOfs = new ArrayList<>();

    /** @param inner reads a query in parentheses */
    SelectParser(Tokens tokens, Supplier<Query> inner) {
        this.tokens = tokens;
        this.inner = inner;
    }

    Selection selection() {
        if (onlyCounts()) {
            return new Selection(fields, aliases, children, typeOfs, true);
        }
        do {
            item();
        } while (tokens.accept(","));
        return new Selection(fields, aliases, children, typeOfs, false);
    }

    private boolean onlyCounts() {
        boolean counts = tokens.peek().is("COUNT")
                && tokens.peek(1).is("(")
                && tokens.peek(2).is(")")
                && tokens.peek(3).is("FROM");
        for (int i = 0; counts && i < 3; i++) {
            tokens.take();
        }
        return counts;
    }

    private void item() {
        if (tokens.accept("(")) {
            children.add(inner.get());
            tokens.expect(")");
            return;
        }
        var token = tokens.expectField();
        if (token.is("TYPEOF")) {
            typeOfs.add(typeOf());
            return;
        }
        var field = token.is("FIELDS") && tokens.accept("(") ? fieldSet(token) : tokens.call(token);
        boolean follows = tokens.peek(1).is(",") || tokens.peek(1).is("FROM");
        fields.add(field);
        aliases.add(follows ? tokens.alias() : "");
    }

    private Token fieldSet(Token function) {
        var set = tokens.expect(Kind.NAME);
        if (!FIELD_SETS.contains(set.upper())) {
            throw tokens.unexpected(set);
        }
        tokens.expect(")");
        return new Token(Kind.NAME, "FIELDS(" + set.upper() + ")", function.position());
    }

    private TypeOf typeOf() {
        var relationship = tokens.expect(Kind.NAME);
        var cases = new ArrayList<TypeOf.Case>();
        do {
            tokens.expect("WHEN");
            var object = tokens.expect(Kind.NAME);
            tokens.expect("THEN");
            cases.add(new TypeOf.Case(object, names()));
        } while (tokens.peek().is("WHEN"));
        var otherwise = tokens.accept("ELSE") ? names() : List.<Token>of();
        tokens.expect("END");
        return new TypeOf(relationship, cases, otherwise);
    }

    private List<Token> names() {
        var names = new ArrayList<Token>();
        do {
            names.add(tokens.expect(Kind.NAME));
        } while (tokens.accept(","));
        return names;
    }
}
