package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page about the org, its part with the checks.
 *
 * @param sentence the answer first; without checks yet, only which org it is
 * @param checks null until the doctor has looked
 * @param mayCheck whether the person may let the doctor look
 * @param connect where to connect the org anew by signing in there; null when this installation needs no such thing
 */
public record OrgPage(
        Shell shell,
        String sentence,
        List<OrgTab> tabs,
        @Nullable ChecksView checks,
        boolean mayCheck,
        @Nullable String connect) {
    public OrgPage {
        tabs = List.copyOf(tabs);
    }
}
