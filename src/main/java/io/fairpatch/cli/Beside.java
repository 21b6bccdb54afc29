package io.fairpatch.cli;

import io.fairpatch.commit.CommitQueries;
import io.fairpatch.commit.CommitRun;
import io.fairpatch.commit.Link;
import io.fairpatch.commit.LinkState;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of territory associations and team members that a commit makes or removes along with the fields.
 *
 * @param left not ours to change
 * @param why of those refused, each reason once
 */
record Beside(int done, int refused, int left, int pending, List<String> why) {
    private static final int LOOKED_AT = 1_000;
    private static final int MOST_REASONS = 5;

    static Beside of(CommitQueries queries, CommitRun run) {
        var counts = queries.linkCounts(run.org(), run.id());
        var why = queries.linksNotDone(run.org(), run.id(), LOOKED_AT).stream()
                .filter(link -> link.state() == LinkState.REJECTED)
                .map(Beside::reason)
                .distinct()
                .limit(MOST_REASONS)
                .toList();
        return new Beside(
                counts.getOrDefault(LinkState.DONE, 0),
                counts.getOrDefault(LinkState.REJECTED, 0),
                counts.getOrDefault(LinkState.LEFT, 0),
                counts.getOrDefault(LinkState.PLANNED, 0),
                why);
    }

    private static String reason(Link link) {
        return Stream.of(link.code(), link.message(), link.name())
                .filter(Objects::nonNull)
                .map(Words::plain)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" - "));
    }

    /** Empty when the policy asks for none. */
    String text() {
        if (done + refused + left + pending == 0) {
            return "";
        }
        return "\nBeside  " + Words.count(done) + " of "
                + Words.count(done + refused + pending, "territory or team change", "territory and team changes")
                + " done and read back"
                + (refused > 0 ? ", " + Words.count(refused) + " refused" : "")
                + (pending > 0 ? ", " + Words.count(pending) + " still to do" : "")
                + (left > 0 ? ", " + Words.count(left) + " not ours and left" : "")
                + why.stream().map(reason -> "\n        " + reason).collect(Collectors.joining());
    }
}
