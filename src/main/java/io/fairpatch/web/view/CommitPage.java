package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last look before anything is written.
 *
 * @param version the version whose lines are frozen
 * @param confirm what must be typed on a production org, null elsewhere
 * @param quiet why it should wait, null when it is a good time
 * @param sideEffects what the org does along with it
 * @param refused why this person, or anybody, can't commit now; null when the button works
 */
public record CommitPage(
        Shell shell,
        String path,
        String title,
        int version,
        String sentence,
        List<String> fields,
        List<Fact> facts,
        String fingerprint,
        @Nullable String confirm,
        @Nullable String quiet,
        List<String> sideEffects,
        @Nullable String refused) {
    public CommitPage {
        fields = List.copyOf(fields);
        facts = List.copyOf(facts);
        sideEffects = List.copyOf(sideEffects);
    }
}
