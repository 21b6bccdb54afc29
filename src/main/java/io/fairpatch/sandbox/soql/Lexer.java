package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.soql.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into tokens. */
final class Lexer {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern STRING = Pattern.compile("'((?:[^'\\\\]|\\\\.)*+)'", Pattern.DOTALL);
    private static final Map<Kind, Pattern> PATTERNS = new LinkedHashMap<>();

    static {
        PATTERNS.put(
                Kind.DATETIME,
                Pattern.compile(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)",
                        Pattern.CASE_INSENSITIVE));
        PATTERNS.put(Kind.DATE, Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
        PATTERNS.put(Kind.NUMBER, Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?"));
        PATTERNS.put(Kind.NAME, Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*"));
        PATTERNS.put(Kind.SYMBOL, Pattern.compile("!=|<>|<=|>=|[=<>(),:]"));
    }

    /** Digits of a letter's code. */
    private static final int CODE = 4;

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(String query) {
        this.query = query;
    }

    static List<Token> tokens(String query) {
        return new Lexer(query).run();
    }

    private List<Token> run() {
        skipSpace();
        while (position < query.length()) {
            if (query.charAt(position) == '\'') {
                string();
            } else {
                other();
            }
            skipSpace();
        }
        tokens.add(new Token(Kind.END, "<EOF>", query.length()));
        return tokens;
    }

    private void string() {
        var match = matcher(STRING);
        if (!match.lookingAt()) {
            throw SoqlException.at("MALFORMED_QUERY", query, position, "line breaks not allowed in string literals");
        }
        add(Kind.STRING, unescape(match.group(1)), match.end());
    }

    private void other() {
        for (var entry : PATTERNS.entrySet()) {
            var match = matcher(entry.getValue());
            if (match.lookingAt()) {
                add(entry.getKey(), match.group(), match.end());
                return;
            }
        }
        throw SoqlException.at(
                "MALFORMED_QUERY", query, position, "unexpected token: '" + query.charAt(position) + "'");
    }

    private void add(Kind kind, String text, int end) {
        tokens.add(new Token(kind, text, position));
        position = end;
    }

    private void skipSpace() {
        var match = matcher(SPACE);
        if (match.lookingAt()) {
            position = match.end();
        }
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(query).region(position, query.length());
    }

    /** Takes escapes away; those of the wildcards of LIKE stay, since only LIKE knows what they mean. */
    private String unescape(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            switch (escaped) {
                case 'n', 'N' -> plain.append('\n');
                case 'r', 'R' -> plain.append('\r');
                case 't', 'T' -> plain.append('\t');
                case '%', '_' -> plain.append('\\').append(escaped);
                case 'b', 'B' -> plain.append('\b');
                case 'f', 'F' -> plain.append('\f');
                case '\'', '"', '\\' -> plain.append(escaped);
                case 'u' -> {
                    plain.append(letter(text, i + 1));
                    i += CODE;
                }
                default ->
                    throw SoqlException.at("MALFORMED_QUERY", query, position, "Illegal escape sequence: \\" + escaped);
            }
        }
        return plain.toString();
    }

    /** The letter whose code stands here, in four hexadecimal digits. */
    private char letter(String text, int at) {
        var code = text.substring(at, Math.min(text.length(), at + CODE));
        if (!code.matches("[0-9A-Fa-f]{4}")) {
            throw SoqlException.at("MALFORMED_QUERY", query, position, "Illegal escape sequence: \\u" + code);
        }
        return (char) Integer.parseInt(code, 16);
    }
}
