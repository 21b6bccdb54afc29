package io.fairpatch.web.view;

import java.util.List;

/** Accounts that managers disagree on, each with the three facts that settle it. */
public record ConflictsPage(Shell shell, String path, String title, String sentence, long revision, List<Row> rows) {
    public ConflictsPage {
        rows = List.copyOf(rows);
    }

    /**
     * One account.
     *
     * @param first who engaged first
     * @param rule what the rule says
     * @param relationship who has the stronger relationship
     * @param said what the managers said
     * @param end until when an approver decides, or who decided and why
     */
    public record Row(
            MoveRow move,
            String first,
            String rule,
            String relationship,
            List<String> said,
            String end,
            boolean mayDecide) {
        public Row {
            said = List.copyOf(said);
        }
    }
}
