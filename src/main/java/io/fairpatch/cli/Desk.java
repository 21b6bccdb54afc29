package io.fairpatch.cli;

import io.fairpatch.access.ApiTokens;
import io.fairpatch.access.Person;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.CurrentOrg;
import io.fairpatch.jobs.CurrentOrg.KnownOrg;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalSummary;
import io.micronaut.context.BeanLocator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands about proposals and people share: the org they work on and who is meant. */
final class Desk {
    private final BeanLocator beans;
    private final KnownOrg org;

    Desk(BeanLocator beans) {
        this.beans = beans;
        this.org = beans.getBean(CurrentOrg.class).require();
    }

    /** The proposal that a command is about. */
    static final class WhichProposal {
        @Parameters(arity = "0..1", paramLabel = "PROPOSAL", description = "Id of the proposal (default: the newest).")
        private @Nullable String id;
    }

    /** The person who acts. */
    static final class Acting {
        @Option(
                names = "--as",
                required = true,
                paramLabel = "PERSON",
                description = "Who does it; FAIRPATCH_TOKEN holds a token of theirs (see: fairpatch token).")
        private String name = "";
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    KnownOrg org() {
        return org;
    }

    SalesforceId orgId() {
        return org.id();
    }

    JobClient jobs(Output output) {
        return new JobClient(beans, output);
    }

    ProposalSummary proposal(WhichProposal which) {
        return proposal(which.id);
    }

    /** The proposal of this id; the newest with null. */
    ProposalSummary proposal(@Nullable String id) {
        var queries = bean(ProposalQueries.class);
        if (id != null) {
            return queries.get(org.id(), id);
        }
        return queries.list(org.id()).stream().findFirst().orElseThrow(() -> Problem.of(
                        ErrorCode.PROPOSAL_NOT_FOUND, "There is no proposal for " + org.name() + " yet")
                .maybe("run ./fairpatch plan and ./fairpatch propose first")
                .exception());
    }

    /** The person of {@code --as}, once the token proves it. */
    Person person(Acting acting, Keyboard keyboard) {
        return person(acting.name, keyboard);
    }

    Person person(String name, Keyboard keyboard) {
        return bean(ApiTokens.class).check(org.id(), name, keyboard.token(name));
    }
}
