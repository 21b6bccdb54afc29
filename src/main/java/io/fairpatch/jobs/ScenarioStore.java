package io.fairpatch.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.scenario.Scenario;
import io.fairpatch.plan.scenario.ScenarioResult;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The table {@code scenario}. Thread-safe. */
@Singleton
class ScenarioStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;
    private final Clock clock;

    ScenarioStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** All scenarios on the newest copy that has any, in the order they were first asked for. */
    List<ScenarioRun> newest(SalesforceId org) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select * from scenario
                        where org_id = :org
                          and snapshot_run = (select max(snapshot_run) from scenario where org_id = :org)
                        order by id
                        """)
                .bind("org", org.value())
                .map((row, context) -> read(row))
                .list());
    }

    /** Active users who hold accounts in the last copy, by name; a name that a scenario can't hold, or two have, gives way to the id. */
    List<Scenarios.Holder> holders(SalesforceId org) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select n.name, case when n.name ~ '[,=+:]' or n.name <> u.name then id else n.name end as text
                        from org_user u join named_user n using (org_id, id)
                        where org_id = :org and active and deleted_at is null and exists (
                          select from account a where a.org_id = u.org_id and a.deleted_at is null
                            and coalesce(a.territory_rep, a.owner_id) = u.id)
                        order by lower(n.name), id
                        """)
                .bind("org", org.value())
                .map((row, context) -> new Scenarios.Holder(row.getString("name"), row.getString("text")))
                .list());
    }

    /** @throws io.fairpatch.error.FairpatchException SCENARIO_NOT_FOUND */
    ScenarioRun get(SalesforceId org, long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from scenario where org_id = :org and id = :id")
                        .bind("org", org.value())
                        .bind("id", id)
                        .map((row, context) -> read(row))
                        .findOne())
                .orElseThrow(() -> notFound(String.valueOf(id)).exception());
    }

    /** @throws io.fairpatch.error.FairpatchException SCENARIO_NOT_FOUND */
    ScenarioRun get(SalesforceId org, String text) {
        return jdbi.withHandle(
                        handle -> handle.createQuery("select * from scenario where org_id = :org and text = :text")
                                .bind("org", org.value())
                                .bind("text", Scenario.parse(text).text())
                                .map((row, context) -> read(row))
                                .findOne())
                .orElseThrow(() -> notFound(text).exception());
    }

    private static Problem notFound(String which) {
        return Problem.of(ErrorCode.SCENARIO_NOT_FOUND, "There is no scenario " + which)
                .maybe("plan it first: ./fairpatch compare --scenario " + which);
    }

    /** Keeps what came of a scenario, in place of what came of it before; answers its id. */
    long save(SalesforceId org, Scenario scenario, PlanRuns.PlanRun made, String person, ScenarioResult result) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        insert into scenario (org_id, text, seed, snapshot_run, plan_run, made_by, made_at, result)
                        values (:org, :text, :seed, :run, :plan, :person, :now, cast(:result as jsonb))
                        on conflict (org_id, text) do update
                        set seed = :seed, snapshot_run = :run, plan_run = :plan, made_by = :person, made_at = :now,
                            result = cast(:result as jsonb)
                        returning id
                        """)
                .bind("org", org.value())
                .bind("text", scenario.text())
                .bind("seed", made.seed())
                .bind("run", made.snapshotRun())
                .bind("plan", made.id())
                .bind("person", person)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("result", JobJson.write(result))
                .mapTo(Long.class)
                .one());
    }

    private static ScenarioRun read(ResultSet row) throws SQLException {
        return new ScenarioRun(
                row.getLong("id"),
                row.getString("text"),
                row.getLong("seed"),
                row.getLong("snapshot_run"),
                row.getLong("plan_run"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                result(row.getString("result")));
    }

    private static ScenarioResult result(String json) {
        try {
            return JSON.readValue(json, ScenarioResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored scenario is not readable", e);
        }
    }
}
