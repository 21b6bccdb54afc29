package io.fairpatch.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of lines.
 *
 * @param total lines that match, on all pages
 * @param cursor where the next page starts, null on the last
 */
public record ProposalPage(List<ProposalLine> lines, int total, @Nullable String cursor) {
    public ProposalPage {
        lines = List.copyOf(lines);
    }
}
