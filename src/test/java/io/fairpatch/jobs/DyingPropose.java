package io.fairpatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Silent;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.micronaut.context.BeanLocator;
import java.util.UUID;

/** A process that dies between storing a proposal and submitting it, and others that take the same job up again. */
public final class DyingPropose {
    private final ProposeJob runner;
    private final JobStore store;
    private final ProposalQueries proposals;
    private final SalesforceId org;

    public DyingPropose(BeanLocator beans, String org) {
        this.runner = beans.getBean(ProposeJob.class);
        this.store = beans.getBean(JobStore.class);
        this.proposals = beans.getBean(ProposalQueries.class);
        this.org = SalesforceId.of(org);
    }

    public void makesOneProposalAndSubmitsIt(String person) {
        int before = proposals.list(org).size();
        var id = UUID.randomUUID();
        store.insert(org.value(), id, JobKind.PROPOSE, "{}", person);
        var job = store.find(id).orElseThrow();

        assertThatThrownBy(() -> runner.run(job, new DiesAtSubmitting())).isInstanceOf(Death.class);
        assertThat(proposals.list(org).get(0).state()).isEqualTo(ProposalState.DRAFT);
        String revived = runner.run(job, Progress.NONE);

        var newest = proposals.list(org).get(0);
        assertThat(newest.state()).isEqualTo(ProposalState.IN_REVIEW);
        assertThat(newest.author()).isEqualTo(person);
        assertThat(JobJson.read(revived)).containsEntry("proposal", newest.id());
        assertThat(runner.run(job, Progress.NONE))
                .as("dead right before its end was noted")
                .isEqualTo(revived);
        assertThat(proposals.list(org)).hasSize(before + 1);
    }

    /** No code of ours catches it: as if the process were gone. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    private static final class DiesAtSubmitting extends Silent {
        @Override
        public void stage(String sentence) {
            if (sentence.equals(ProposeJob.SUBMITTING)) {
                throw new Death();
            }
        }
    }
}
