package io.fairpatch.jobs;

import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.config.CalendarConfig;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.FieldValues;
import io.fairpatch.review.GuardValues;
import io.fairpatch.review.ProposalDraft;
import io.fairpatch.review.ProposalService;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.SnapshotStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the newest plan a proposal and submits it for review. Nothing is written to the org. */
@Singleton
class ProposeJob implements JobRunner {
    private final SnapshotStore snapshots;
    private final ScoreStore scores;
    private final PlanInputs inputs;
    private final PlanRuns plans;
    private final ProposalService proposals;
    private final PersonStore people;
    private final Settings settings;
    private final CurrentOrg current;
    private final Clock clock;

    ProposeJob(
            SnapshotStore snapshots,
            ScoreStore scores,
            PlanInputs inputs,
            PlanRuns plans,
            ProposalService proposals,
            PersonStore people,
            Settings settings,
            CurrentOrg current,
            Clock clock) {
        this.snapshots = snapshots;
        this.scores = scores;
        this.inputs = inputs;
        this.plans = plans;
        this.proposals = proposals;
        this.people = people;
        this.settings = settings;
        this.current = current;
        this.clock = clock;
    }

    /** The configuration that a proposal depends on. */
    @Singleton
    record Settings(MappingConfig mapping, WritePolicyConfig policy, CalendarConfig calendar) {}

    @Override
    public JobKind kind() {
        return JobKind.PROPOSE;
    }

    @Override
    public String run(JobView job, Progress progress) {
        var org = SalesforceId.of(job.orgId());
        progress.stage("Comparing the plan with the org");
        var draft = draft(org, progress);
        var author = people.find(org, job.submittedBy()).orElseGet(() -> Person.system(org));
        progress.stage("Writing the proposal");
        var made = proposals.create(draft, author);
        var submitted = made.moves().total() + made.stamps().total() == 0
                ? made
                : proposals.submit(org, made.id(), made.revision(), author);
        return JobJson.write(result(submitted));
    }

    private ProposalDraft draft(SalesforceId org, Progress progress) {
        var planned = plans.newest(org).orElseThrow(() -> Problem.of(ErrorCode.PLAN_INPUT, "There is no plan yet")
                .maybe("run ./fairpatch plan first")
                .exception());
        var snapshot = snapshots.load(org);
        if (snapshot.run() != planned.snapshotRun()) {
            throw Problem.of(ErrorCode.PLAN_INPUT, "Plan " + planned.id() + " is older than the last copy of the org")
                    .because("it was made on copy " + planned.snapshotRun() + ", the last is " + snapshot.run())
                    .maybe("run ./fairpatch score and ./fairpatch plan again")
                    .exception();
        }
        var input = inputs.of(snapshot, PlanJob.byAccount(scores.load(org)), planned.seed());
        var today = LocalDate.now(clock.withZone(ZoneId.of(settings.calendar().timeZone())));
        return new ProposalDraft(
                org,
                snapshot.run(),
                planned.plan(),
                input,
                settings.mapping(),
                settings.policy(),
                today,
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
