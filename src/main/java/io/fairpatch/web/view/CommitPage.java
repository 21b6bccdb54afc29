package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last look before anything is written.
 *
 * @param version the version whose lines are frozen
 * @param confirm what must be typed on a production org, null elsewhere
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
        @Nullable String refused) {
    public CommitPage {
        fields = List.copyOf(fields);
        facts = List.copyOf(facts);
    }
}
