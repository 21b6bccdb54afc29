package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last look before a proposal that takes another one back.
 *
 * @param path of the proposal to take back
 * @param stays the first fields and accounts that stay as they are
 * @param hidden how many more stay
 * @param refused why this person can't ask for it; null when the button works
 */
public record UndoPage(
        Shell shell,
        String path,
        String title,
        String sentence,
        List<Stays> stays,
        long hidden,
        List<String> sideEffects,
        @Nullable String refused) {
    public UndoPage {
        stays = List.copyOf(stays);
        sideEffects = List.copyOf(sideEffects);
    }

    /** A field, or a whole account, that can't go back. */
    public record Stays(String account, String name, String field, String now, String why, String changed) {}
}
