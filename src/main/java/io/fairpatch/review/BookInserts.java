package io.fairpatch.review;

import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Book;
import io.fairpatch.plan.VisitHours;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Stores the books of a new proposal, with what a change of target by hand must know of their reps. */
final class BookInserts {
    private static final int FIRST_VERSION = 1;
    private static final String INSERT =
            """
            INSERT INTO proposal_book (org_id, proposal_id, version, rep_id, rep_name, manager_id, active,
                territory, capacity, target_cents, before, after, narrative, languages, clearances, ramp, latitude,
                longitude, manager_name)
            VALUES (:org, :id, :version, :rep, :repName, :manager, :active,
                :territory, :capacity, :target, CAST(:before AS jsonb), CAST(:after AS jsonb), :narrative, :languages,
                :clearances, :ramp, :latitude, :longitude, :managerName)
            """;

    private final ProposalDraft draft;
    private final String id;
    private final Map<SalesforceId, Rep> reps;
    private final Map<SalesforceId, GeoPoint> homes;

    BookInserts(ProposalDraft draft, String id) {
        this.draft = draft;
        this.id = id;
        this.reps = draft.input().reps().stream().collect(Collectors.toMap(Rep::id, Function.identity()));
        this.homes = VisitHours.travellers(draft.input());
    }

    void into(Handle handle) {
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (Book book : draft.plan().books()) {
            bind(batch, book);
            bind(batch, reps.get(book.rep()), book.rep());
            batch.add();
        }
        batch.execute();
    }

    private void bind(PreparedBatch batch, Book book) {
        GeoPoint home = homes.get(book.rep());
        batch.bind("org", draft.org().value())
                .bind("id", id)
                .bind("version", FIRST_VERSION)
                .bind("rep", book.rep().value())
                .bind("territory", book.territory())
                .bind("capacity", book.capacity())
                .bind("target", book.targetCents())
                .bind("before", Json.write(book.before()))
                .bind("after", Json.write(book.after()))
                .bind("narrative", book.narrative())
                .bind("latitude", home == null ? null : home.latitude())
                .bind("longitude", home == null ? null : home.longitude());
    }

    private void bind(PreparedBatch batch, @Nullable Rep rep, SalesforceId id) {
        SalesforceId manager = rep == null ? null : rep.managerId();
        batch.bind("repName", rep == null ? id.value() : rep.name())
                .bind("manager", manager == null ? null : manager.value())
                .bind("managerName", manager == null ? null : draft.userNames().get(manager))
                .bind("active", rep != null && rep.active())
                .bind("languages", rep == null ? new String[0] : rep.languages().toArray(String[]::new))
                .bind(
                        "clearances",
                        rep == null ? new String[0] : rep.clearances().toArray(String[]::new))
                .bind("ramp", rep == null ? RampStage.RAMPED : rep.rampStage());
    }
}
