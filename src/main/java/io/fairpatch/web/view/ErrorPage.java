package io.fairpatch.web.view;

import org.jspecify.annotations.Nullable;

/**
 * A failure as a person reads it: what, why, and what to do.
 *
 * @param back the page of ours one came from, null when unknown
 */
public record ErrorPage(
        String assets,
        int status,
        String code,
        String what,
        @Nullable String where,
        @Nullable String why,
        @Nullable String advice,
        @Nullable String back) {
    /** Our problems speak in clauses; a page speaks in sentences. */
    public static String sentence(String clause) {
        if (clause.isEmpty()) {
            return clause;
        }
        String text = Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
        return text.matches("(?s).*[.!?]") ? text : text + ".";
    }
}
