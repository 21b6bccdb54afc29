package io.fairpatch.jobs;

import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.PlanRuns.PlanRun;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Vacancy;
import io.fairpatch.plan.scenario.Scenario;
import io.fairpatch.plan.scenario.ScenarioInputs;
import io.fairpatch.review.FieldValues;
import io.fairpatch.review.GuardValues;
import io.fairpatch.review.ProposalDraft;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalService;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.SnapshotStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the newest plan, or that of the scenario in the parameter {@code scenario}, a proposal and submits it for review.
 * Run again after its process died, it goes on with the proposal it made. Nothing is written to the org.
 */
@Singleton
class ProposeJob implements JobRunner {
    static final String SUBMITTING = "Submitting it for review";

    private final SnapshotStore snapshots;
    private final ScoreStore scores;
    private final PlanInputs inputs;
    private final PlanRuns plans;
    private final ScenarioStore scenarios;
    private final ProposalService proposals;
    private final ProposalQueries queries;
    private final PersonStore people;
    private final Settings settings;
    private final CurrentOrg current;
    private final Clock clock;

    ProposeJob(
            SnapshotStore snapshots,
            ScoreStore scores,
            PlanInputs inputs,
            PlanRuns plans,
            ScenarioStore scenarios,
            ProposalService proposals,
            ProposalQueries queries,
            PersonStore people,
            Settings settings,
            CurrentOrg current,
            Clock clock) {
        this.snapshots = snapshots;
        this.scores = scores;
        this.inputs = inputs;
        this.plans = plans;
        this.scenarios = scenarios;
        this.proposals = proposals;
        this.queries = queries;
        this.people = people;
        this.settings = settings;
        this.current = current;
        this.clock = clock;
    }

    /** The configuration that a proposal depends on. */
    @Singleton
    record Settings(MappingConfig mapping, WritePolicyConfig policy) {}

    @Override
    public JobKind kind() {
        return JobKind.PROPOSE;
    }

    @Override
    public String run(JobView job, Progress progress) {
        var org = SalesforceId.of(job.orgId());
        var author = people.find(org, job.submittedBy()).orElseGet(() -> Person.system(org));
        var made = queries.madeBy(org, job.id()).orElseGet(() -> make(org, job, author, progress));
        progress.stage(SUBMITTING);
        boolean open = made.state() == ProposalState.DRAFT
                && made.moves().total() + made.stamps().total() > 0;
        return JobJson.write(result(open ? proposals.submit(org, made.id(), made.revision(), author) : made));
    }

    private ProposalSummary make(SalesforceId org, JobView job, Person author, Progress progress) {
        progress.stage("Comparing the plan with the org");
        var params = JobJson.read(job.params());
        var day = (String) params.get("effective");
        var plan = planned(org, PlanJob.scenario(params));
        var draft = draft(org, plan, day == null ? LocalDate.now(clock) : LocalDate.parse(day), progress);
        progress.stage("Writing the proposal");
        return proposals.createOnce(job.id(), plan.id(), draft, author);
    }

    private PlanRun planned(SalesforceId org, @Nullable Scenario scenario) {
        var found = scenario == null
                ? plans.newest(org)
                : plans.find(org, scenarios.get(org, scenario.text()).planRun());
        var planned = found.orElseThrow(() -> Problem.of(ErrorCode.PLAN_INPUT, "There is no plan yet")
                .maybe("run ./fairpatch plan first")
                .exception());
        if (planned.plan().books().stream().anyMatch(book -> Vacancy.is(book.rep()))) {
            throw Problem.of(
                            ErrorCode.SCENARIO_VACANT, "Plan " + planned.id() + " gives accounts to reps not hired yet")
                    .because("only users of the org can be written into it")
                    .maybe("add the users, sync, and plan again without the option reps")
                    .exception();
        }
        return planned;
    }

    private ProposalDraft draft(SalesforceId org, PlanRun planned, LocalDate effective, Progress progress) {
        var snapshot = snapshots.load(org);
        PlanInputs.requireCurrent(planned, snapshot);
        var usual = inputs.of(snapshot, PlanJob.byAccount(scores.load(org)), planned.seed());
        var input = planned.scenario() == null ? usual : ScenarioInputs.of(planned.scenario(), usual);
        return new ProposalDraft(
                org,
                snapshot.run(),
                planned.plan(),
                input,
                settings.mapping(),
                settings.policy(),
                effective,
                guards(progress),
                DealFacts.of(snapshot),
                DealFacts.names(snapshot));
    }

    private Map<SalesforceId, FieldValues> guards(Progress progress) {
        var policy = settings.policy();
        return policy.guards().isEmpty()
                ? Map.of()
                : GuardValues.read(current.connection().reader(), policy, progress);
    }

    private static Map<String, Object> result(ProposalSummary proposal) {
        var result = new LinkedHashMap<String, Object>();
        result.put("proposal", proposal.id());
        result.put("version", proposal.version());
        result.put("state", proposal.state().name());
        result.put("moves", proposal.moves().total());
        result.put("stamps", proposal.stamps().total());
        result.put("impact", proposal.impact());
        return result;
    }
}
