package io.fairpatch.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Plan;
import io.fairpatch.plan.PlanInput;
import io.fairpatch.plan.PlannedMove;
import io.fairpatch.plan.scenario.Scenario;
import io.fairpatch.store.Snapshot;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

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

    /**
     * A stored plan.
     *
     * @param scenario what it was made for; null is the usual plan
     */
    record PlanRun(
            long id,
            long snapshotRun,
            long seed,
            @Nullable Scenario scenario,
            String madeBy,
            Instant madeAt,
            Plan plan,
            List<CoursePoint> course) {}

    /**
     * Keeps a plan.
     *
     * @param scenario what it was made for; null is the usual plan
     * @param compared whether it was made to be compared, so that it is never the newest
     */
    PlanRun save(
            PlanInput input,
            Snapshot on,
            @Nullable Scenario scenario,
            boolean compared,
            String person,
            Plan plan,
            List<CoursePoint> course) {
        long id = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        insert into plan_run (org_id, snapshot_run, seed, scenario, compared, made_by, made_at, plan, course)
                        values (:org, :run, :seed, :scenario, :compared, :person, :now, cast(:plan as jsonb), cast(:course as jsonb))
                        returning id
                        """)
                .bind("org", on.org().value())
                .bind("run", on.run())
                .bind("seed", input.seed())
                .bind("scenario", scenario == null ? null : scenario.text())
                .bind("compared", compared)
                .bind("person", person)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("plan", toJson(plan))
                .bind("course", toJson(course))
                .mapTo(Long.class)
                .one());
        return new PlanRun(id, on.run(), input.seed(), scenario, person, clock.instant(), plan, course);
    }

    /** The newest plan that was not only made to be compared. */
    Optional<PlanRun> newest(SalesforceId org) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from plan_run where org_id = :org and not compared order by id desc limit 1")
                .bind("org", org.value())
                .map((row, context) -> read(row))
                .findOne());
    }

    /** The last plans in short, the newest first. */
    List<PlanSummary> recent(SalesforceId org, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select id, scenario, seed, made_by, made_at, compared, status, moves, cost, gap from plan_run
                        where org_id = :org order by id desc limit :most
                        """)
                .bind("org", org.value())
                .bind("most", most)
                .map((row, context) -> summary(row))
                .list());
    }

    private static PlanSummary summary(ResultSet row) throws SQLException {
        return new PlanSummary(
                row.getLong("id"),
                title(row.getString("scenario")),
                row.getLong("seed"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                Plan.Status.FEASIBLE.name().equals(row.getString("status")),
                row.getInt("moves"),
                row.getDouble("cost"),
                row.getObject("gap", Double.class),
                row.getBoolean("compared"));
    }

    private static String title(@Nullable String scenario) {
        return scenario == null ? "" : Scenario.parse(scenario).title();
    }

    Optional<PlanRun> find(SalesforceId org, long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from plan_run where org_id = :org and id = :id")
                .bind("org", org.value())
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    /** A plan's move of an account to a rep, read by itself: the plan of a large org is megabytes. */
    Optional<PlannedMove> move(SalesforceId org, long id, SalesforceId account, SalesforceId to) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select jsonb_path_query_first(
                            plan,
                            '$.moves[*] ? (@.account.value == $account && @.to.value == $to)',
                            jsonb_build_object('account', cast(:account as text), 'to', cast(:to as text)))
                        from plan_run where org_id = :org and id = :id
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("account", account.value())
                .bind("to", to.value())
                .mapTo(String.class)
                .findOne()
                .map(json -> read(json, PlannedMove.class)));
    }

    /** Names of accounts and users; absent for ids the copy does not have. */
    Map<SalesforceId, String> names(SalesforceId org, Collection<SalesforceId> ids) {
        var names = new HashMap<SalesforceId, String>();
        jdbi.useHandle(handle -> handle.createQuery(
                        """
                        select id, name from account where org_id = :org and id = any(:ids)
                        union all
                        select id, name from named_user where org_id = :org and id = any(:ids)
                        """)
                .bind("org", org.value())
                .bindArray(
                        "ids",
                        String.class,
                        ids.stream().map(SalesforceId::value).toArray())
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("name")))
                .forEach(entry -> names.put(SalesforceId.of(entry.getKey()), entry.getValue())));
        return names;
    }

    private static PlanRun read(ResultSet row) throws SQLException {
        String scenario = row.getString("scenario");
        return new PlanRun(
                row.getLong("id"),
                row.getLong("snapshot_run"),
                row.getLong("seed"),
                scenario == null ? null : Scenario.parse(scenario),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                read(row.getString("plan"), Plan.class),
                course(row.getString("course")));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored plan is not readable", e);
        }
    }

    private static List<CoursePoint> course(String json) {
        try {
            return JSON.readerForListOf(CoursePoint.class).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored plan's course is not readable", e);
        }
    }

    private static String toJson(Object plan) {
        try {
            return JSON.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan can't be stored", e);
        }
    }
}
