package io.fairpatch.app.demo;

import io.fairpatch.access.PersonStore;
import io.fairpatch.cli.Output;
import io.fairpatch.jobs.CurrentOrg;
import io.fairpatch.jobs.CurrentOrg.KnownOrg;
import io.fairpatch.jobs.JobKind;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalSummary;
import io.micronaut.context.BeanLocator;
import java.util.Map;
import java.util.Optional;

/** The job from sync to proposal on the practice org. */
final class DemoRun {
    private final BeanLocator beans;
    private final Output output;
    private final Pipeline pipeline;
    private final KnownOrg org;
    private int opportunities;

    DemoRun(BeanLocator beans, Output output) {
        this.beans = beans;
        this.output = output;
        this.pipeline = new Pipeline(beans, output);
        this.org = beans.getBean(CurrentOrg.class).connect();
        DemoPeople.ensure(beans.getBean(PersonStore.class), org.id());
    }

    SalesforceId org() {
        return org.id();
    }

    /** The newest proposal kept from an earlier start. */
    Optional<ProposalSummary> kept() {
        var kept = beans.getBean(ProposalQueries.class).list(org.id()).stream().findFirst();
        kept.ifPresent(this::link);
        return kept;
    }

    /** Sync, score, plan, propose. */
    ProposalSummary propose() {
        output.say("Connected to " + org.name() + " at " + org.instanceUrl());
        var copied = pipeline.run(JobKind.SYNC, Map.of("full", true, "acceptDeletes", true), DemoPeople.OPS);
        opportunities = rows(copied, "Opportunity");
        pipeline.run(JobKind.SCORE, Map.of(), DemoPeople.OPS);
        pipeline.run(JobKind.PLAN, Map.of(), DemoPeople.OPS);
        var proposed = pipeline.run(JobKind.PROPOSE, Map.of(), DemoPeople.OPS);
        var id = String.valueOf(proposed.get("proposal"));
        var proposal = beans.getBean(ProposalQueries.class).get(org.id(), id);
        link(proposal);
        return proposal;
    }

    private void link(ProposalSummary proposal) {
        var books = beans.getBean(ProposalQueries.class).books(org.id(), proposal.id());
        DemoPeople.link(beans.getBean(PersonStore.class), org.id(), books);
    }

    int opportunities() {
        return opportunities;
    }

    double seconds(JobKind kind) {
        return pipeline.seconds(kind);
    }

    private static int rows(Map<String, Object> copied, String object) {
        return copied.get("rows") instanceof Map<?, ?> rows && rows.get(object) instanceof Number count
                ? count.intValue()
                : 0;
    }
}
