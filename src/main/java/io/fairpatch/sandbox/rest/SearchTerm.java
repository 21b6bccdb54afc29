package io.fairpatch.sandbox.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a search looks for: words and phrases in quotes, joined by AND (which may be left out), AND NOT, OR and
 * parentheses. In a word {@code *} and {@code ?} stand for letters; other punctuation only parts it, and so does a letter
 * after a backslash that is none.
 */
final class SearchTerm {
    /** Stands between the fields of a record: words may lie on both sides of it, no phrase reaches over it. */
    static final String BETWEEN_FIELDS = "\u0000";

    private static final Pattern PART =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"?|[()]|(?:\\\\.|[^\\s\"()\\\\])+|\\\\$");
    private static final String LOOKED_FOR = "(?=.*";
    private static final String LETTER = "[\\p{L}\\p{N}]";
    private static final String APART = "[^\\p{L}\\p{N}\u0000]+";
    private static final String BEGIN = "(?<!" + LETTER + ")";
    private static final String END = "(?!" + LETTER + ")";

    private final List<String> parts;
    private final List<String> toMark = new ArrayList<>();
    private final Pattern pattern;
    private final Pattern marks;
    private int at;

    private SearchTerm(List<String> parts) {
        this.parts = parts;
        var all = new StringBuilder();
        while (at < parts.size()) {
            all.append(either());
            take(")");
        }
        this.pattern = Pattern.compile("(?isu)^" + all);
        this.marks = Pattern.compile("(?iu)" + BEGIN + "(?:" + String.join("|", toMark) + ")" + END);
    }

    /** @throws io.fairpatch.sandbox.http.ApiException MALFORMED_SEARCH when there is too little to look for */
    static SearchTerm of(String term) {
        var found = new SearchTerm(
                PART.matcher(term).results().map(match -> match.group()).toList());
        boolean hasWords = found.pattern.pattern().contains(LOOKED_FOR);
        if (term.strip().replace("\"", "").length() < 2 || !hasWords) {
            throw Search.malformed("search term must be longer than one character: " + term);
        }
        return found;
    }

    /** Whether the texts of a record, with {@link #BETWEEN_FIELDS} between them, are what is looked for. */
    boolean isIn(String texts) {
        return pattern.matcher(texts).find();
    }

    /** A text in which what was looked for is marked, but for what {@code *} and {@code ?} stood for. */
    String marked(String text) {
        return toMark.isEmpty() ? text : marks.matcher(text).replaceAll("<mark>$0</mark>");
    }

    private String either() {
        var all = new ArrayList<String>();
        do {
            all.add(all());
        } while (take("OR"));
        return "(?:" + String.join("|", all) + ")";
    }

    private String all() {
        var all = new StringBuilder();
        while (at < parts.size() && !isNext("OR") && !isNext(")")) {
            take("AND");
            all.append(take("NOT") ? "(?!" + unmarked() + ")" : unit());
        }
        return all.toString();
    }

    private String unmarked() {
        int before = toMark.size();
        var unit = unit();
        toMark.subList(before, toMark.size()).clear();
        return unit;
    }

    private String unit() {
        if (at == parts.size()) {
            return "";
        }
        if (take("(")) {
            var inner = either();
            take(")");
            return inner;
        }
        var words = words(parts.get(at++));
        if (words.isEmpty()) {
            return "";
        }
        if (!words.contains(LETTER)) {
            toMark.add(words);
        }
        return LOOKED_FOR + BEGIN + words + END + ")";
    }

    /** A word, or several one after the other. */
    private static String words(String part) {
        return Pattern.compile("[^\\p{L}\\p{N}*?]+")
                .splitAsStream(part.replaceAll("\\\\(?:[^\\p{L}\\p{N}]|$)", " "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("*", LETTER + "*").replace("?", LETTER))
                .collect(Collectors.joining(APART));
    }

    private boolean isNext(String part) {
        return at < parts.size() && parts.get(at).equalsIgnoreCase(part);
    }

    private boolean take(String part) {
        boolean is = isNext(part);
        at += is ? 1 : 0;
        return is;
    }
}
