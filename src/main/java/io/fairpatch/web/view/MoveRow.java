package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One move in the list.
 *
 * @param decision UNDECIDED, APPROVED or DECLINED as the reviewers decided
 * @param cells values of the chosen columns, in their order
 * @param marks what else a reviewer must see: edited by hand, a dropped decision, a deadline, that it is not written
 * @param note the reason of a reviewer's no, null when none was given
 */
public record MoveRow(
        String account,
        String accountName,
        @Nullable String from,
        String to,
        String headline,
        String rule,
        long potentialCents,
        Decision decision,
        @Nullable String decidedBy,
        @Nullable String note,
        List<Cell> cells,
        List<String> marks) {
    public MoveRow {
        cells = List.copyOf(cells);
        marks = List.copyOf(marks);
    }

    /** The value of a column that was chosen. */
    public record Cell(MoveColumn column, String text, @Nullable String title) {}

    /** What the reviewers said, with the word, the sign and the colour that show it. */
    public enum Decision {
        UNDECIDED("to decide", "clock", "fp-badge fp-badge_pending"),
        APPROVED("approved", "check", "fp-badge fp-badge_good"),
        DECLINED("declined", "close", "fp-badge fp-badge_bad"),
        DEFERRED("deferred", "later", "fp-badge");

        private final String word;
        private final String icon;
        private final String cssClass;

        Decision(String word, String icon, String cssClass) {
            this.word = word;
            this.icon = icon;
            this.cssClass = cssClass;
        }

        public String word() {
            return word;
        }

        public String icon() {
            return icon;
        }

        public String cssClass() {
            return cssClass;
        }
    }
}
