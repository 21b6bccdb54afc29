package io.fairpatch.cli;

import io.fairpatch.commit.CommitCounts;
import io.fairpatch.commit.CommitCounts.Fates;
import io.fairpatch.commit.CommitRun;
import io.fairpatch.commit.RunState;
import io.fairpatch.error.Category;
import org.jspecify.annotations.Nullable;

/**
 * How a commit ended, as {@code commit} prints it.
 *
 * @param mismatches rows that the org said it wrote but that read back as something else
 * @param problem why it stopped early
 */
record CommitResult(
        String proposal,
        String run,
        RunState state,
        Fates moves,
        Fates stamps,
        Beside beside,
        int mismatches,
        @Nullable String problem) {
    static CommitResult of(CommitRun run, CommitCounts counts, Beside beside) {
        return new CommitResult(
                run.proposal(),
                run.id(),
                run.state(),
                counts.moves(),
                counts.stamps(),
                beside,
                counts.mismatches(),
                run.problem());
    }

    /** 0 when all was committed, 4 when the org had drifted, else 5. */
    int exitCode() {
        if (moves.drifted() + stamps.drifted() > 0) {
            return Category.DRIFT.exitCode();
        }
        boolean all = moves.committed() == moves.approved() && stamps.committed() == stamps.approved();
        return all ? 0 : Category.PARTLY.exitCode();
    }

    String text() {
        var text = new StringBuilder(
                "Commit " + run + " has ended (" + state.name().toLowerCase(java.util.Locale.ROOT) + ").\n"
                        + line("Moves", moves) + "\n" + line("Stamps", stamps) + beside.text());
        if (mismatches > 0) {
            text.append('\n')
                    .append(Words.count(mismatches, "of the changed rows was", "of the changed rows were"))
                    .append(" written, then altered by a flow, a trigger or a person before it was read back.");
        }
        if (problem != null) {
            text.append("\nIt stopped early: ").append(problem);
        }
        return text.toString();
    }

    private String line(String kind, Fates fates) {
        var text = new StringBuilder(String.format("%-7s", kind))
                .append(Words.count(fates.committed()))
                .append(" of ")
                .append(Words.count(fates.approved()))
                .append(" committed and read back equal");
        append(text, fates.drifted(), "changed in the org meanwhile" + (mismatches > 0 ? "" : " and left alone"));
        append(text, fates.rejected(), "rejected by the org");
        append(text, fates.unknown(), "not known yet");
        append(text, fates.cancelled(), "not sent");
        append(text, fates.pending(), "still to write");
        return text.toString();
    }

    private static void append(StringBuilder text, int count, String words) {
        if (count > 0) {
            text.append(", ").append(Words.count(count)).append(' ').append(words);
        }
    }
}
