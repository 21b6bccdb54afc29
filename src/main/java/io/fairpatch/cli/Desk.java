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
import io.fairpatch.sync.SyncService;
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

    /** ISO code of what all amounts are in; empty where the org has one currency. */
    String currency() {
        return bean(SyncService.class).currency(org.id());
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

    /** Who puts a change in force, and why; asked for only when there is a change. */
    static final class Signing {
        @Option(
                names = "--as",
                paramLabel = "PERSON",
                description = "Who does it; FAIRPATCH_TOKEN holds a token of theirs.")
        private @Nullable String name;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit log.")
        private @Nullable String reason;

        String reason() {
            return needed("--reason", reason);
        }
    }

    /** An option that this use of the command can't do without. */
    static String needed(String option, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.of(ErrorCode.USAGE, "The option " + option + " is missing")
                    .maybe("say who does it and why")
                    .exception();
        }
        return value;
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

    /** The person who signs, once the token proves it; the reason must be there too. */
    Person person(Signing signing, Keyboard keyboard) {
        signing.reason();
        return person(needed("--as", signing.name), keyboard);
    }

    Person person(String name, Keyboard keyboard) {
        return bean(ApiTokens.class).check(org.id(), name, keyboard.token(name));
    }
}
