package io.fairpatch.commit;

import io.fairpatch.review.LineKind;

/**
 * What became of a commit. Every approved line is in exactly one of committed, rejected, drifted, unknown, cancelled and
 * pending.
 *
 * @param mismatches rows that the org said it wrote but that read back as something else
 */
public record CommitCounts(Fates moves, Fates stamps, int mismatches) {
    public Fates of(LineKind kind) {
        return switch (kind) {
            case MOVE -> moves;
            case STAMP -> stamps;
        };
    }

    /** Committed moves that were read back equal: all that are called committed. */
    public int verified() {
        return moves.committed();
    }

    /** Lines that have their end, of both kinds. */
    public int done() {
        return moves.done() + stamps.done();
    }

    /** Approved lines of both kinds. */
    public int approved() {
        return moves.approved() + stamps.approved();
    }

    /**
     * Lines of one kind.
     *
     * @param rejected refused by the org
     * @param cancelled not sent: stopped by a person or by a failure of the org
     * @param pending not at their end yet; 0 once the run is over
     */
    public record Fates(
            int approved, int committed, int rejected, int drifted, int unknown, int cancelled, int pending) {
        int done() {
            return approved - pending;
        }
    }
}
