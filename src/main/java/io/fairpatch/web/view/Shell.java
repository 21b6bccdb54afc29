package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page of a signed-in person.
 *
 * @param csrf the token every form of this session carries
 * @param currency ISO code of what all amounts are in; empty when the org has one currency
 * @param lastSync "12 min ago", null when nothing was read yet
 * @param behind whether what was committed last is not in the copy of the org yet
 * @param run the run under way, null when none
 * @param notice what the last action did, shown once
 */
public record Shell(
        String title,
        String assets,
        String csrf,
        OrgBadge org,
        String currency,
        @Nullable String lastSync,
        String person,
        String role,
        List<NavItem> nav,
        boolean behind,
        @Nullable RunBar run,
        @Nullable Notice notice) {
    public Shell {
        nav = List.copyOf(nav);
    }

    /** One word of the story in the top bar. */
    public record NavItem(String label, String href, boolean current) {}

    /** The org we speak with; the colour says how careful to be. */
    public record OrgBadge(String name, Kind kind) {
        /** How careful to be: production is the real thing, a sandbox a copy, practice runs on this machine. */
        public enum Kind {
            PRODUCTION("production"),
            SANDBOX("sandbox"),
            PRACTICE("practice");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            public String word() {
                return word;
            }

            public String cssClass() {
                return "fp-org fp-org_" + word;
            }
        }
    }

    /** Nothing else on the page matters more: something was done, or was not. */
    public record Notice(boolean good, String sentence, @Nullable String detail) {}
}
