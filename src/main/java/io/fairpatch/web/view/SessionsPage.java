package io.fairpatch.web.view;

import java.util.List;

/** Sessions in force. */
public record SessionsPage(Shell shell, boolean everybody, List<Row> rows) {
    public SessionsPage {
        rows = List.copyOf(rows);
    }

    /**
     * One session.
     *
     * @param here whether it is the one that looks
     */
    public record Row(
            String id, String person, String agent, String how, String openedAt, String expiresAt, boolean here) {}
}
