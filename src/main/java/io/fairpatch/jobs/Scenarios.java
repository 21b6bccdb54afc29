package io.fairpatch.jobs;

import io.fairpatch.access.Person;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.scenario.Scenario;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scenarios: looked at, compared, proposed. Thread-safe. */
@Singleton
public class Scenarios {
    private static final int LOOK_BACK = 50;

    private final ScenarioStore store;
    private final Jobs jobs;
    private final List<String> usual;

    Scenarios(ScenarioStore store, Jobs jobs, PlanningConfig planning) {
        this.store = store;
        this.jobs = jobs;
        this.usual = planning.scenarios();
    }

    /** Someone who holds accounts, and how a scenario names them. */
    public record Holder(String name, String text) {}

    /**
     * Plans scenarios as a job.
     *
     * @throws io.fairpatch.error.FairpatchException SCENARIO_INVALID before anything is submitted
     */
    public JobView compare(SalesforceId org, List<String> texts, long seed, Person who) {
        return jobs.submit(org.value(), JobKind.COMPARE, JobJson.write(params(texts, seed)), who.name());
    }

    /** What is compared when nothing else is asked for: {@code scenarios} of {@code planning.yml}. */
    public List<String> usual() {
        return usual;
    }

    /** What a job needs to plan scenarios; nothing asked is the usual ones. */
    public Map<String, Object> params(List<String> texts, long seed) {
        List<Scenario> wanted = (texts.isEmpty() ? usual : texts)
                .stream().map(Scenario::parse).distinct().toList();
        return Map.of("scenarios", wanted.stream().map(Scenario::text).toList(), "seed", seed);
    }

    /** Makes a scenario's plan a proposal, as a job. */
    public JobView propose(SalesforceId org, long id, Person who) {
        var params = JobJson.write(Map.of("scenario", store.get(org, id).text()));
        return jobs.submit(org.value(), JobKind.PROPOSE, params, who.name());
    }

    /** Active users who hold accounts in the last copy, by name. */
    public List<Holder> holders(SalesforceId org) {
        return store.holders(org);
    }

    /** What went wrong in the last comparison; empty when it went well, was stopped, or there was none. */
    public Optional<Problem> lastFailure(SalesforceId org) {
        return jobs.recent(org.value(), LOOK_BACK).stream()
                .filter(job -> job.kind() == JobKind.COMPARE)
                .findFirst()
                .filter(job -> job.state() == JobState.FAILED)
                .map(JobView::problem);
    }

    /** All scenarios on the newest copy that has any, in the order they were first asked for. */
    public List<ScenarioRun> newest(SalesforceId org) {
        return store.newest(org);
    }

    /** @throws io.fairpatch.error.FairpatchException SCENARIO_NOT_FOUND */
    public ScenarioRun get(SalesforceId org, long id) {
        return store.get(org, id);
    }
}
