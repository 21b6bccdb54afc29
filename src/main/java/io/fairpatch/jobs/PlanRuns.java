package io.fairpatch.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Plan;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Plans as made, with what they were made from. Thread-safe. */
@Singleton
class PlanRuns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;
    private final Clock clock;

    PlanRuns(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A stored plan. */
    record PlanRun(long id, long snapshotRun, long seed, Plan plan) {}

    long save(SalesforceId org, long snapshotRun, long seed, String person, Plan plan) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        insert into plan_run (org_id, snapshot_run, seed, made_by, made_at, plan)
                        values (:org, :run, :seed, :person, :now, cast(:plan as jsonb)) returning id
                        """)
                .bind("org", org.value())
                .bind("run", snapshotRun)
                .bind("seed", seed)
                .bind("person", person)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("plan", toJson(plan))
                .mapTo(Long.class)
                .one());
    }

    Optional<PlanRun> newest(SalesforceId org) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from plan_run where org_id = :org order by id desc limit 1")
                        .bind("org", org.value())
                        .map((row, context) -> new PlanRun(
                                row.getLong("id"),
                                row.getLong("snapshot_run"),
                                row.getLong("seed"),
                                plan(row.getString("plan"))))
                        .findOne());
    }

    private static Plan plan(String json) {
        try {
            return JSON.readValue(json, Plan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored plan is not readable", e);
        }
    }

    private static String toJson(Plan plan) {
        try {
            return JSON.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan can't be stored", e);
        }
    }
}
