package io.fairpatch.web.view;

import java.util.List;

/**
 * What changed in the org under a proposal.
 *
 * @param sentence how many accounts, and what becomes of them
 * @param hidden accounts that are not listed
 */
public record DriftPart(String sentence, List<Row> rows, long hidden) {
    public DriftPart {
        rows = List.copyOf(rows);
    }

    /** One account: what differs, and who changed it last when. */
    public record Row(String account, String name, String changes, String who) {}
}
