package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.soql.Token.Kind;
import java.util.List;
import java.util.Set;

/** Walks along the tokens of a query. */
final class Tokens {
    private static final Set<String> WORDS =
            Set.of("FROM", "WHERE", "WITH", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "FOR", "USING", "ALL");

    private static final Set<String> RESERVED = Set.of(
            "AND", "FROM", "GROUP", "HAVING", "IN", "LIKE", "LIMIT", "NOT", "NULL", "OR", "SELECT", "USING", "WHERE",
            "WITH");

    private final String query;
    private final List<Token> tokens;
    private int next;

    Tokens(String query) {
        this.query = query;
        this.tokens = Lexer.tokens(query);
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The token so many places further on. */
    Token peek(int further) {
        return tokens.get(Math.min(next + further, tokens.size() - 1));
    }

    /** The name, or the whole call in one token when it is a function that is called on a field. */
    Token call(Token name) {
        if (!peek().is("(")) {
            return name;
        }
        if (name.is(Distance.NAME)) {
            return Distance.call(name, this);
        }
        if (!Call.isKnown(name.text())) {
            throw unexpected(name);
        }
        take();
        var argument = accept(")") ? "" : argument(name);
        return new Token(Kind.NAME, name.text() + "(" + argument + ")", name.position());
    }

    private String argument(Token function) {
        var name = expect(Kind.NAME);
        var argument = peek().is("(") ? inner(function, name) : name.text();
        expect(")");
        return argument;
    }

    /** What is formatted is shown as if it were in the org's own currency. */
    private String inner(Token function, Token name) {
        if (name.is("CONVERTCURRENCY")) {
            take();
            return argument(name);
        }
        if (name.is("CONVERTTIMEZONE")) {
            take();
            return Call.CONVERTED + argument(name) + ")";
        }
        var inner = function.is("FORMAT") ? call(name) : name;
        if (!Call.isAggregate(inner)) {
            throw unexpected();
        }
        return inner.text();
    }

    /** A name after an object or a call that is no word of the language; empty for none. */
    String alias() {
        boolean named = peek().kind() == Kind.NAME && !WORDS.contains(peek().upper());
        return named ? take().text() : "";
    }

    Token take() {
        var token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    /** Takes the next token if it is this word or symbol. */
    boolean accept(String word) {
        if (!peek().is(word)) {
            return false;
        }
        take();
        return true;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw unexpected();
        }
    }

    Token expect(Kind kind) {
        if (peek().kind() != kind) {
            throw unexpected();
        }
        return take();
    }

    int expectWhole() {
        var token = expect(Kind.NUMBER);
        if (!token.text().matches("\\d{1,9}")) {
            throw unexpected(token);
        }
        return Integer.parseInt(token.text());
    }

    /** A name that is no word of the language. */
    Token expectField() {
        if (RESERVED.contains(peek().upper())) {
            throw unexpected();
        }
        return expect(Kind.NAME);
    }

    SoqlException unexpected() {
        return unexpected(peek());
    }

    SoqlException unexpected(Token token) {
        var text = token.kind() == Kind.END ? token.text() : "'" + token.text() + "'";
        return SoqlException.at("MALFORMED_QUERY", query, token.position(), "unexpected token: " + text);
    }
}
