package io.fairpatch.commit;

import io.fairpatch.review.FieldValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A record that links an account to a territory or to a member of its team, to be made, removed or left.
 *
 * @param linked id of the territory or the user; for a territory that isn't there, its name
 * @param name what people call it
 * @param values what a new record holds
 * @param record the record to remove; null for a new one
 */
public record Link(
        String run,
        String object,
        String account,
        String linked,
        String name,
        Action action,
        FieldValues values,
        @Nullable String record,
        LinkState state,
        @Nullable String code,
        @Nullable String message) {
    static final String TERRITORY = "ObjectTerritory2Association";
    static final String MEMBER = "AccountTeamMember";

    /** What is done with it. */
    public enum Action {
        INSERT,
        DELETE
    }

    static Link insert(String run, String object, String account, String linked, String name, FieldValues values) {
        return new Link(run, object, account, linked, name, Action.INSERT, values, null, LinkState.PLANNED, null, null);
    }

    static Link delete(String run, String object, String account, String linked, String name, String record) {
        return new Link(
                run,
                object,
                account,
                linked,
                name,
                Action.DELETE,
                FieldValues.NONE,
                record,
                LinkState.PLANNED,
                null,
                null);
    }

    Link become(LinkState next, @Nullable String why, @Nullable String said) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("A link in " + state + " must not become " + next);
        }
        return new Link(run, object, account, linked, name, action, values, record, next, why, said);
    }

    static Link of(ResultSet row) throws SQLException {
        return new Link(
                row.getString("run_id"),
                row.getString("object"),
                row.getString("account_id"),
                row.getString("linked_id"),
                row.getString("linked_name"),
                Action.valueOf(row.getString("action")),
                FieldValues.parse(row.getString("values")),
                row.getString("record_id"),
                LinkState.valueOf(row.getString("state")),
                row.getString("code"),
                row.getString("message"));
    }
}
