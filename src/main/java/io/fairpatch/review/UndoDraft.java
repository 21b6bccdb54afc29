package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.util.List;

/**
 * What takes a committed proposal back.
 *
 * @param undoes the proposal that is taken back
 * @param policyVersion version of the write policy in force
 * @param approvals people other than the author who must approve
 * @param why sentences on what stays as it is, and why
 */
public record UndoDraft(
        SalesforceId org, String undoes, int policyVersion, int approvals, List<Line> lines, List<String> why) {
    public UndoDraft {
        lines = List.copyOf(lines);
        why = List.copyOf(why);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An undo of " + undoes + " must have lines");
        }
    }

    /**
     * One account.
     *
     * @param territory the name of the territory it goes back to, as people read it
     * @param after what its fields held before the commit, of those that still hold what we wrote
     * @param base what the org held when the undo was asked for
     * @param stays names the fields that were changed since and stay; empty when there are none
     */
    public record Line(
            SalesforceId account, String territory, FieldValues after, FieldValues base, List<String> stays) {
        public Line {
            stays = List.copyOf(stays);
        }
    }
}
