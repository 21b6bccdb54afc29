package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.rest.Search.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads a search as written in SOSL; clauses that change nothing about which records are found are passed over. */
final class Sosl {
    private static final Pattern FIND = Pattern.compile(
            "(?is)\\s*FIND\\s*\\{(?<term>(?:\\\\.|[^}])*)}(?:\\s+IN\\s+(?<in>ALL|NAME|EMAIL|PHONE|SIDEBAR)\\s+FIELDS)?"
                    + "(?:\\s+RETURNING\\s+(?<targets>.+?))?"
                    + "(?<with>(?:\\s+WITH\\s+(?:SPELL_CORRECTION\\s*=\\s*(?:true|false)|HIGHLIGHT"
                    + "|METADATA\\s*=\\s*'?LABELS'?|SNIPPET(?:\\s*\\(\\s*target_length\\s*=\\s*\\d+\\s*\\))?))*)"
                    + "(?:\\s+LIMIT\\s+(?<limit>\\d{1,4}))?"
                    + "(?:\\s+FOR\\s+(?:VIEW|REFERENCE)|\\s+UPDATE\\s+(?:TRACKING|VIEWSTAT)(?:\\s*,\\s*(?:TRACKING|VIEWSTAT))?)*\\s*");
    private static final Pattern TARGET = Pattern.compile("(?s)(?<object>\\w+)\\s*(?:\\((?<inner>.*)\\))?");
    private static final Pattern INNER = Pattern.compile(
            "(?is)(?<fields>.*?)(?<rest>\\s+(?:WHERE|ORDER\\s+BY)\\b.*?)?(?:\\s+LIMIT\\s+(?<limit>\\d{1,4}))?"
                    + "(?:\\s+OFFSET\\s+(?<offset>\\d{1,4}))?");

    private Sosl() {}

    static Search parse(String text) {
        var match = FIND.matcher(text);
        if (!match.matches()) {
            throw Search.malformed("a search must be like FIND {words} IN ALL FIELDS RETURNING Account(Id, Name)");
        }
        var targets = Objects.requireNonNullElse(match.group("targets"), "");
        var with = match.group("with").toUpperCase(Locale.ROOT);
        return new Search(
                SearchTerm.of(match.group("term")),
                Search.Scope.of(match.group("in")),
                targets.isEmpty()
                        ? List.of()
                        : split(targets).stream().map(Sosl::target).toList(),
                Search.number(match.group("limit")),
                with.contains("HIGHLIGHT"),
                with.contains("METADATA"));
    }

    private static Target target(String text) {
        var match = TARGET.matcher(text.strip());
        if (!match.matches()) {
            throw Search.malformed("not understood: RETURNING " + text.strip());
        }
        var inner = INNER.matcher(
                Objects.requireNonNullElse(match.group("inner"), "Id").strip());
        if (!inner.matches()) {
            throw Search.malformed("not understood: RETURNING " + text.strip());
        }
        return new Target(
                match.group("object"),
                inner.group("fields"),
                Objects.requireNonNullElse(inner.group("rest"), ""),
                Search.number(inner.group("limit")),
                inner.group("offset") == null ? 0 : Integer.parseInt(inner.group("offset")));
    }

    /** The parts between those commas that stand in no parentheses. */
    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (letter == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
