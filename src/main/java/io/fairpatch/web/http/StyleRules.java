package io.fairpatch.web.http;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules of a style sheet that pages can meet which use only some of its classes. What it leaves out matches none of
 * their elements, and what it keeps stays in its order, so that pages look the same: a browser has less to read once and
 * fewer rules to try on each element of every page.
 *
 * <p>For sheets without braces in texts, and without statements such as {@code @import}. Linear in the sheet's length.
 */
final class StyleRules {
    private static final Pattern NO_RULES =
            Pattern.compile("/\\*.*?\\*/|@charset[^;]*;|@font-face\\{[^}]*}", Pattern.DOTALL);
    private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");
    /** What an element must not be is no reason to leave a selector out. */
    private static final Pattern NEGATED = Pattern.compile(":not\\([^)]*\\)");

    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z_][\\w-]*)");

    private final Set<String> classes;

    /** @param classes those that pages use, without the dot */
    StyleRules(Set<String> classes) {
        this.classes = classes;
    }

    String of(String sheet) {
        return rules(NO_RULES.matcher(sheet).replaceAll(""));
    }

    private String rules(String sheet) {
        var kept = new StringBuilder();
        int begin = 0;
        for (int open = sheet.indexOf('{'); open >= 0; open = sheet.indexOf('{', begin)) {
            int close = closing(sheet, open);
            kept.append(rule(sheet.substring(begin, open), sheet.substring(open + 1, close)));
            begin = close + 1;
        }
        return kept.toString();
    }

    private static int closing(String sheet, int open) {
        int depth = 0;
        for (int i = open; i < sheet.length(); i++) {
            char c = sheet.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("A brace stays open in the style sheet: " + sheet.substring(open));
    }

    private String rule(String head, String body) {
        if (head.startsWith("@media") || head.startsWith("@supports")) {
            String inner = rules(body);
            return inner.isEmpty() ? "" : head + "{" + inner + "}";
        }
        if (head.startsWith("@")) {
            return "";
        }
        String selectors = COMMA.splitAsStream(head).filter(this::used).collect(Collectors.joining(","));
        return selectors.isEmpty() ? "" : selectors + "{" + body + "}";
    }

    private boolean used(String selector) {
        return CLASS.matcher(NEGATED.matcher(selector).replaceAll(""))
                .results()
                .allMatch(name -> classes.contains(name.group(1)));
    }
}
