package io.fairpatch.sync.readiness;

import java.util.List;

/**
 * Accounts that are probably one.
 *
 * @param survivor the one to keep: most is known of it and hangs on it
 * @param why what they have in common
 */
public record DuplicateGroup(Member survivor, List<Member> others, String why) {
    public DuplicateGroup {
        others = List.copyOf(others);
    }

    /** An account of the group. */
    public record Member(String id, String name) {}
}
