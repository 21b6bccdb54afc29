package io.fairpatch.review;

import io.fairpatch.model.RampStage;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Book;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads one line in full, and the books it changes. */
final class LineDetails {
    private LineDetails() {}

    static Optional<MoveDetail> read(Handle handle, Seen seen, SalesforceId account, List<BookView> books) {
        return handle.createQuery(
                        "SELECT *, " + Unwritten.COLUMN
                                + """
                        FROM proposal_line
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND account_id = :account
                        """)
                .bind("org", seen.org().value())
                .bind("id", seen.id())
                .bind("version", seen.version())
                .bind("account", account.value())
                .map((row, context) -> detail(row, books))
                .findOne();
    }

    static List<BookView> books(Handle handle, SalesforceId org, String id, int version) {
        return handle.createQuery(
                        """
                        SELECT * FROM proposal_book
                        WHERE org_id = :org AND proposal_id = :id AND version = :version
                        ORDER BY lower(territory), rep_id
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("version", version)
                .map((row, context) -> book(row))
                .list();
    }

    private static MoveDetail detail(ResultSet row, List<BookView> books) throws SQLException {
        ProposalLine line = LineSql.line(row);
        return new MoveDetail(
                line,
                row.getString("crm_reason"),
                Json.reasons(row.getString("reasons")),
                effect(line, line.from(), books, -1),
                effect(line, line.to(), books, 1),
                FieldValues.parse(row.getString("before")),
                FieldValues.parse(row.getString("after")));
    }

    private static MoveDetail.@Nullable RepEffect effect(
            ProposalLine line, @Nullable SalesforceId rep, List<BookView> books, int sign) {
        if (line.kind() == LineKind.STAMP || rep == null) {
            return null;
        }
        return books.stream()
                .filter(view -> view.book().rep().equals(rep))
                .findFirst()
                .map(view -> effect(view, sign * line.potentialCents()))
                .orElse(null);
    }

    private static MoveDetail.RepEffect effect(BookView view, long changeCents) {
        Book book = view.book();
        return new MoveDetail.RepEffect(
                book.rep(),
                view.repName(),
                book.targetCents(),
                book.before().potentialCents(),
                book.before().potentialCents() + changeCents,
                book.after().potentialCents(),
                book.before().accounts(),
                book.after().accounts());
    }

    private static BookView book(ResultSet row) throws SQLException {
        var book = new Book(
                SalesforceId.of(row.getString("rep_id")),
                row.getString("territory"),
                row.getDouble("capacity"),
                row.getLong("target_cents"),
                Json.load(row.getString("before")),
                Json.load(row.getString("after")),
                row.getString("narrative"));
        var skills = new BookView.Skills(
                AccountFacts.texts(row, "languages"),
                AccountFacts.texts(row, "clearances"),
                RampStage.valueOf(row.getString("ramp")),
                AccountFacts.place(row));
        return new BookView(
                book,
                row.getString("rep_name"),
                row.getString("manager_id"),
                row.getString("manager_name"),
                row.getBoolean("active"),
                skills);
    }
}
